/** Claims that fall due at the place in the twelve months from the date, and what is not known of them. */
import type { ClaimsReply } from "../../../server/contract/money.ts";
import { isoDate } from "../../../server/core/units.ts";
import { questionPairs } from "../../api.ts";
import { longDate } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { WhenLoaded } from "../../parts/when-loaded.tsx";
import { texts } from "../../texts/claims.ts";
import { shared } from "../../texts/shared.ts";
import type { PlaceFacts } from "./place-facts.ts";
import { FIRST_ROWS } from "./section.ts";

type Claim = ClaimsReply["claims"][number];

export function ClaimsSection({ facts }: { facts: PlaceFacts }) {
  const { place, question } = facts;
  const query = new URLSearchParams([["place", place.code], ...questionPairs(question)]);
  const loaded = useReply<ClaimsReply>(`/api/v1/claims?${query}`);
  return (
    <>
      <SectionHead id="claims-heading" heading={texts.heading} />
      <WhenLoaded of={loaded} loading={texts.loading} lines={5}>
        {(reply) => <Claims reply={reply} facts={facts} diary={`/api/v1/claims.ics?${query}`} />}
      </WhenLoaded>
    </>
  );
}

/** The section in one sentence: how many, on how many days, and how many of those are assumed. */
export function claimsSentence(claims: readonly Pick<Claim, "due" | "basis">[]): string {
  const days = new Set(claims.map(({ due }) => due)).size;
  return texts.sentence(
    claims.length,
    days,
    claims.filter(({ basis }) => basis !== "stated").length,
  );
}

interface ClaimsProps {
  readonly reply: ClaimsReply;
  readonly facts: PlaceFacts;
  readonly diary: string;
}

function Claims({ reply, facts, diary }: ClaimsProps) {
  const { claims, notStated, rule } = reply;
  const { place, index } = facts;
  const nameOf = new Map(index.study.initiatives.map(({ id, name }) => [id, name]));
  return (
    <>
      <p>{claimsSentence(claims)}</p>
      {notStated.length > 0 && (
        <>
          <p class="note">{texts.notStated(notStated.length)}</p>
          <details>
            <summary>{texts.notStatedNames}</summary>
            <ul>
              {notStated.map(({ stream, name, perYear }) => (
                <li key={stream}>{texts.notStatedOf(name, perYear)}</li>
              ))}
            </ul>
          </details>
        </>
      )}
      {claims.length > 0 && (
        <>
          <DataTable
            caption={texts.caption(place.name)}
            columns={columnsOf((id) => nameOf.get(id))}
            rows={claims}
            keyOf={({ stream, due }) => `${stream} ${due}`}
            empty={texts.nothing}
            file={`patchwork-${place.code}-claims`}
            first={FIRST_ROWS}
          />
          <p>
            <a href={diary} download={`patchwork-${place.code}-claims.ics`}>
              {texts.diary}
            </a>
          </p>
        </>
      )}
      <p class="note">{rule}</p>
    </>
  );
}

const columnsOf = (
  nameOf: (initiative: string) => string | undefined,
): readonly Column<Claim>[] => [
  {
    id: "due",
    label: texts.due,
    value: ({ due }) => due,
    cell: ({ due }) => <span class="due">{longDate(isoDate(due)!)}</span>,
  },
  {
    id: "initiative",
    label: texts.initiative,
    value: ({ initiative, name }) => {
      const own = nameOf(initiative ?? "");
      return own === undefined ? name : texts.ofProgramme(own, name);
    },
    head: true,
  },
  { id: "funder", label: texts.funder, value: ({ funder }) => funder || undefined },
  {
    id: "basis",
    label: texts.known,
    value: ({ basis, closesYear }) =>
      closesYear ? texts.closes(texts.basis[basis]) : texts.basis[basis],
  },
  {
    id: "route",
    label: texts.route,
    value: ({ route }) => (route.length > 0 ? route.join(", then ") : undefined),
  },
  {
    id: "confidence",
    label: texts.source,
    value: ({ confidence }) => shared[confidence],
    cell: ({ confidence }) => <span class={`confidence-${confidence}`}>{shared[confidence]}</span>,
  },
];
