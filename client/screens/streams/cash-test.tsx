/** Can the body that spends a stream live with the way it is paid? Three rules side by side. */
import { useId, useState } from "preact/hooks";
import type { CashFlowReply } from "../../../server/contract/cash-flow.ts";
import { fullMoney, percent } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { type Loaded, WhenLoaded } from "../../parts/when-loaded.tsx";
import { texts } from "../../texts/cash-flow.ts";
import { CashChart } from "./cash-chart.tsx";
import type { StreamLine } from "./lines.ts";
import { nameOf } from "./names.ts";
import { VerdictBox } from "./verdict-box.tsx";

const MOST_LAG = 6;
/** What may be put in place of a stream's own rule on advances. */
const RULES = [
  { id: "none", query: "advance=0" },
  { id: "pro_rata", query: "advance=0.5&recovery=pro_rata" },
  { id: "last", query: "advance=0.5&recovery=last" },
] as const;
type RuleId = (typeof RULES)[number]["id"];
type Test = NonNullable<CashFlowReply["test"]>;

export function CashTest(props: {
  streams: readonly StreamLine[];
  names: ReadonlyMap<string, string>;
}) {
  const { streams, names } = props;
  const id = useId();
  const testable = streams.filter(isTestable);
  const [chosen, choose] = useState(testable[0]?.id);
  const stream = testable.find((each) => each.id === chosen) ?? testable[0];
  const [lag, setLag] = useState<number>();
  if (!stream) return <p class="note">{texts.nothingToTest}</p>;
  const months = lag ?? stream.lagMonths ?? 0;
  return (
    <>
      <div class="controls">
        {testable.length > 1 && (
          <label class="choice">
            {texts.stream}{" "}
            <select value={stream.id} onChange={(event) => choose(event.currentTarget.value)}>
              {testable.map((each) => (
                <option key={each.id} value={each.id}>
                  {nameOf(names, each.id)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label for={id}>{texts.lag}</label>
        <input
          id={id}
          type="range"
          min={0}
          max={MOST_LAG}
          step={1}
          value={months}
          aria-valuetext={texts.months_(months)}
          onInput={(event) => setLag(Number(event.currentTarget.value))}
        />
        <output for={id}>
          <b>{texts.months_(months)}</b>
        </output>
        {lag === undefined && stream.lagMonths === null && (
          <span class="note">{texts.lagNotStated}</span>
        )}
      </div>
      <Tests key={stream.id} stream={stream} lag={months} />
    </>
  );
}

function isTestable({ total, years, start, end, frequency, inKind }: StreamLine): boolean {
  return (
    (total !== null || years.length > 0) &&
    start !== null &&
    end !== null &&
    frequency !== null &&
    frequency !== "none" &&
    !inKind
  );
}

function Tests({ stream, lag }: { stream: StreamLine; lag: number }) {
  const path = (query: string) =>
    `/api/v1/cash-flow?stream=${encodeURIComponent(stream.id)}&lag=${lag}${query && `&${query}`}`;
  const own = useReply<CashFlowReply>(path(""));
  const none = useReply<CashFlowReply>(path(RULES[0].query));
  const proRata = useReply<CashFlowReply>(path(RULES[1].query));
  const last = useReply<CashFlowReply>(path(RULES[2].query));
  return (
    <WhenLoaded of={allOf([own, none, proRata, last])} loading={texts.testing} lines={6}>
      {([stated, ...others]) => <Results stated={stated!} others={others} />}
    </WhenLoaded>
  );
}

/** Several replies as one: here when all are. */
function allOf(replies: readonly Loaded<CashFlowReply>[]): Loaded<CashFlowReply[]> {
  const values: CashFlowReply[] = [];
  for (const reply of replies) {
    if (reply.status !== "ready") return reply;
    values.push(reply.value);
  }
  return { status: "ready", value: values };
}

interface Row {
  readonly id: RuleId;
  readonly test: Test;
}

function Results({ stated, others }: { stated: CashFlowReply; others: readonly CashFlowReply[] }) {
  const rows: Row[] = others.flatMap(({ test }, i) => (test ? [{ id: RULES[i]!.id, test }] : []));
  if (!stated.test || rows.length === 0)
    return <p class="note">{texts.notTestable[stated.notRecorded ?? "amount"]}</p>;
  const balances = rows.flatMap(({ test }) =>
    test.most.days.flatMap(({ lowest, closing }) => [lowest, closing]),
  );
  const domain: [number, number] = [Math.min(0, ...balances), Math.max(0, ...balances)];
  const months = Math.max(...rows.map(({ test }) => test.most.months.length));
  return (
    <>
      <div class="tests">
        {rows.map(({ id, test }) => (
          <figure key={id}>
            <figcaption>
              <b>{texts.rule[id]}</b>
            </figcaption>
            <CashChart
              flow={test.most}
              domain={domain}
              months={months}
              label={texts.cashLabel(texts.rule[id], fullMoney(test.most.peak.amount))}
            />
            <p class={test.most.peak.amount > (test.riskMoney ?? 0) ? "need need-bad" : "need"}>
              {texts.needs(fullMoney(test.most.peak.amount), test.most.peak.month)}
            </p>
          </figure>
        ))}
      </div>
      <VerdictBox test={stated.test} />
      <DataTable
        caption={texts.cashTable}
        columns={COLUMNS}
        rows={rows}
        keyOf={({ id }) => id}
        empty={texts.nothingToTest}
        file="patchwork-cash-flow"
      />
    </>
  );
}

const receipts = ({ test }: Row) =>
  test.most.days
    .filter(({ received }) => received !== 0)
    .map(({ month, received }) => `${month}: ${fullMoney(received)}`)
    .join(", ");

const COLUMNS: Column<Row>[] = [
  { id: "rule", label: texts.ruleHead, value: ({ id }) => texts.rule[id], head: true },
  {
    id: "funded",
    label: texts.funded,
    value: ({ test }) => test.funded ?? undefined,
    cell: ({ test }) => percent(test.funded ?? undefined),
    number: true,
  },
  { id: "receipts", label: texts.receipts, value: receipts, long: true },
  {
    id: "peak_gbp",
    label: texts.peak,
    value: ({ test }) => test.most.peak.amount,
    cell: ({ test }) => fullMoney(test.most.peak.amount),
    number: true,
  },
  {
    id: "peak_month",
    label: texts.inMonth,
    value: ({ test }) => test.most.peak.month ?? undefined,
    cell: ({ test }) => test.most.peak.month ?? texts.never,
    number: true,
  },
];
