/** Money a head by small area, from the most to the least deprived, and the ratio of the two ends. */
import { scaleLinear } from "d3-scale";
import { useState } from "preact/hooks";
import type { SmallAreaMoneyReply } from "../../../server/contract/small-area-money.ts";
import { useWidth } from "../../charts/use-width.ts";
import { count, money } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { WhenLoaded } from "../../parts/when-loaded.tsx";
import { texts } from "../../texts/per-head.ts";

type Row = SmallAreaMoneyReply["areas"][number];

const FIRST_WIDTH = 640;
const HEIGHT = 180;
const LEFT = 56;
const BOTTOM = 26;

/** Asked for when it is opened: it takes small areas, which not every installation has loaded. */
export function PerHead({ place, at }: { place: string; at: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.open}</summary>
      {open && <Opened path={`/api/v1/money/small-areas?place=${place}&at=${at}`} />}
    </details>
  );
}

function Opened({ path }: { path: string }) {
  const reply = useReply<SmallAreaMoneyReply>(path);
  return (
    <WhenLoaded of={reply} loading={texts.loading} lines={6}>
      {(value) => <Figures reply={value} />}
    </WhenLoaded>
  );
}

function Figures({ reply }: { reply: SmallAreaMoneyReply }) {
  const { perHead, sensitivity, year, words, areas, amount, somewhere, layer } = reply;
  return (
    <>
      <p>
        <b>
          {perHead
            ? texts.ratio(
                perHead.ratio,
                money(perHead.most.perHead),
                money(perHead.least.perHead),
                year,
              )
            : texts.noRatio}
        </b>
      </p>
      <p class="note">
        {texts.rule(words, layer.title)} {texts.somewhere(money(somewhere), money(amount))}{" "}
        {texts.sensitivity(
          sensitivity.map(({ rule, ratio }) => texts.underRule(texts.ruleName[rule], ratio)),
        )}
      </p>
      <Dots areas={areas} />
      <DataTable
        caption={texts.table}
        columns={COLUMNS}
        rows={areas}
        keyOf={({ code }) => code}
        empty={texts.noAreas}
        file="patchwork-money-a-head"
      />
    </>
  );
}

/** A dot an area: deprived areas on the left, pounds a head upward. */
function Dots({ areas }: { areas: readonly Row[] }) {
  const [frame, width] = useWidth<HTMLDivElement>(FIRST_WIDTH);
  const known = areas
    .filter((area) => area.perHead !== null && area.score !== null)
    .sort((a, b) => b.score! - a.score!);
  if (known.length === 0) return null;
  const x = scaleLinear([0, Math.max(1, known.length - 1)], [LEFT + 6, width - 10]);
  const most = Math.max(...known.map(({ perHead }) => perHead!));
  const y = scaleLinear([0, most], [HEIGHT - BOTTOM, 10]).nice(4);
  return (
    <div ref={frame} class="chart-frame">
      <svg width={width} height={HEIGHT} role="img" aria-label={texts.chart(count(known.length))}>
        {y.ticks(4).map((tick) => (
          <g key={tick} transform={`translate(0 ${y(tick)})`}>
            <line class={tick === 0 ? "base" : "grid"} x1={LEFT} x2={width - 4} />
            <text class="axis" x={LEFT - 6} y={4} text-anchor="end">
              {money(tick)}
            </text>
          </g>
        ))}
        {known.map(({ code, perHead }, i) => (
          <circle key={code} class="area-dot" cx={x(i)} cy={y(perHead!)} r={3} />
        ))}
        <text class="axis" x={LEFT} y={HEIGHT - 8}>
          {texts.mostDeprived}
        </text>
        <text class="axis" x={width - 8} y={HEIGHT - 8} text-anchor="end">
          {texts.leastDeprived}
        </text>
      </svg>
    </div>
  );
}

const COLUMNS: Column<Row>[] = [
  { id: "code", label: texts.code, value: ({ code }) => code },
  { id: "name", label: texts.name, value: ({ name }) => name, head: true },
  { id: "score", label: texts.score, value: ({ score }) => score ?? undefined, number: true },
  { id: "people", label: texts.people, value: ({ people }) => people ?? undefined, number: true },
  {
    id: "amount_gbp",
    label: texts.amount,
    value: ({ amount }) => amount ?? undefined,
    cell: ({ amount }) => money(amount ?? undefined),
    number: true,
  },
  {
    id: "per_head_gbp",
    label: texts.perHead,
    value: ({ perHead }) => perHead ?? undefined,
    cell: ({ perHead }) => money(perHead ?? undefined),
    number: true,
  },
  {
    id: "index",
    label: texts.index,
    title: texts.indexRule,
    value: ({ index }) => index ?? undefined,
    cell: ({ index }) => (index === null ? texts.notRecorded : Math.round(index)),
    number: true,
  },
];
