/** Money of the place in the financial year of the date: what is recorded, of whom, and what is not. */
import type { PlaceMoneyReply } from "../../../server/contract/money.ts";
import { questionPairs } from "../../api.ts";
import { count, money } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Figure } from "../../parts/figure.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { WhenLoaded } from "../../parts/when-loaded.tsx";
import { texts } from "../../texts/place.ts";
import { shared } from "../../texts/shared.ts";
import type { PlaceFacts } from "./place-facts.ts";

type Entry = PlaceMoneyReply["entries"][number];

export function MoneySection({ facts }: { facts: PlaceFacts }) {
  const { place, question } = facts;
  const query = new URLSearchParams(questionPairs(question));
  const loaded = useReply<PlaceMoneyReply>(
    `/api/v1/places/${encodeURIComponent(place.code)}/money?${query}`,
  );
  return (
    <>
      <SectionHead id="money-heading" heading={texts.moneyHeading} note={texts.moneyNote} />
      <WhenLoaded of={loaded} loading={texts.moneyLoading} lines={5}>
        {(reply) => <Money reply={reply} code={place.code} />}
      </WhenLoaded>
    </>
  );
}

function Money({ reply, code }: { reply: PlaceMoneyReply; code: string }) {
  const { amount, assumed, perHead, year, rule, entries, unknown, byFunder } = reply;
  const grade = texts.moneyGrade(
    assumed > 0 && amount ? Math.min(1, assumed / amount) : 0,
    unknown.length,
  );
  return (
    <>
      <div class="figure-row">
        <Figure
          value={amount === null ? texts.moneyNone : money(amount)}
          unit={texts.moneyYear(year)}
          rule={texts.moneyPlaced(rule.words, rule.counting)}
          grade={grade}
        />
        <Figure
          value={perHead === null ? texts.moneyNone : money(perHead)}
          unit={texts.moneyPerHead}
          rule={perHead === null ? texts.moneyNoPeople : texts.moneyPerHeadRule}
        />
        <Figure value={count(byFunder.length)} unit={texts.funders} rule={texts.fundersRule} />
      </div>
      {unknown.length > 0 && <p class="note">{texts.moneyUnknown(unknown.length)}</p>}
      <DataTable
        caption={texts.moneyCaption(year)}
        columns={COLUMNS}
        rows={entries}
        keyOf={({ stream, start }) => `${stream} ${start}`}
        empty={texts.moneyNothing(year)}
        file={`patchwork-${code}-money-${year}`}
      />
    </>
  );
}

const COLUMNS: readonly Column<Entry>[] = [
  { id: "name", label: texts.initiative, value: ({ name }) => name, head: true },
  { id: "funder", label: texts.funder, value: ({ funder }) => funder || undefined },
  {
    id: "amount_gbp",
    label: texts.moneyHere,
    title: texts.moneyHereTitle,
    value: ({ amount }) => amount,
    cell: ({ amount }) => money(amount),
    number: true,
  },
  { id: "basis", label: texts.moneyBasis, value: ({ kind, basis }) => `${kind}, ${basis}` },
  {
    id: "confidence",
    label: texts.source,
    value: ({ evidence }) => evidence.source || shared.noDocument,
    cell: ({ evidence }) => (
      <span title={evidence.source}>
        <span class={`confidence-${evidence.confidence}`}>{shared[evidence.confidence]}</span>
      </span>
    ),
  },
];
