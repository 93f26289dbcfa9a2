/** What stands in the till, day by day: below the line a body has laid out more than it was paid. */
import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { FlowReply } from "../../../server/contract/cash-flow.ts";
import { useWidth } from "../../charts/use-width.ts";
import { signedMoney } from "../../format.ts";
import { texts } from "../../texts/cash-flow.ts";

const FIRST_WIDTH = 300;
const HEIGHT = 168;
const LEFT = 48;
const BOTTOM = 24;
const TOP = 10;

interface Point {
  readonly month: number;
  readonly balance: number;
}

interface CashChartProps {
  readonly flow: FlowReply;
  /** Least and greatest balance over all the charts beside this one, so that they compare. */
  readonly domain: readonly [number, number];
  readonly months: number;
  readonly label: string;
}

export function CashChart({ flow, domain, months, label }: CashChartProps) {
  const [frame, width] = useWidth<HTMLDivElement>(FIRST_WIDTH);
  const x = scaleLinear([0, months], [LEFT, width - 8]);
  const y = scaleLinear(domain, [HEIGHT - BOTTOM, TOP]).nice(4);
  const points = pointsOf(flow);
  const path = line<Point>(
    (p) => x(p.month),
    (p) => y(p.balance),
  )(points);
  const owed = area<Point>(
    (p) => x(p.month),
    y(0),
    (p) => y(Math.min(0, p.balance)),
  )(points);
  const { peak } = flow;
  const worst = peak.month === null ? undefined : flow.days.find(({ on }) => on === peak.on);
  return (
    <div ref={frame} class="chart-frame">
      <svg
        class="cash"
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={label}
      >
        {y.ticks(4).map((tick) => (
          <g key={tick} transform={`translate(0 ${y(tick)})`}>
            <line class={tick === 0 ? "base" : "grid"} x1={LEFT} x2={width - 8} />
            <text class="axis" x={LEFT - 6} y={4} text-anchor="end">
              {signedMoney(tick)}
            </text>
          </g>
        ))}
        {monthTicks(months).map((month) => (
          <text key={month} class="axis" x={x(month)} y={HEIGHT - 6} text-anchor="middle">
            {month}
          </text>
        ))}
        {owed && <path class="owed" d={owed} />}
        {path && <path class="balance" d={path} />}
        {worst && (
          <circle class="peak" cx={x(monthAt(flow, worst.on))} cy={y(worst.lowest)} r={4} />
        )}
        <text class="axis axis-title" x={width - 8} y={HEIGHT - BOTTOM - 4} text-anchor="end">
          {texts.month}
        </text>
      </svg>
    </div>
  );
}

/** Spending runs down to each day on which money moves; a receipt is a step on that day. */
function pointsOf(flow: FlowReply): Point[] {
  const first: Point = { month: 0, balance: 0 };
  return [
    first,
    ...flow.days.flatMap(({ on, received, closing }) => {
      const month = monthAt(flow, on);
      return [
        { month, balance: closing - received },
        { month, balance: closing },
      ];
    }),
  ];
}

/** How many months into the plan a day ends, the day as a part of its month. */
function monthAt({ months }: FlowReply, on: string): number {
  const month = months.find(({ start, end }) => start <= on && on < end) ?? months.at(-1)!;
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const passed = (days(month.start, on) + 1) / days(month.start, month.end);
  // The first day opens the plan: an advance stands at its left edge.
  return month.month - 1 + (month.month === 1 && on === month.start ? 0 : passed);
}

function monthTicks(months: number): number[] {
  const step = months > 36 ? 12 : months > 15 ? 6 : 3;
  return Array.from({ length: Math.floor(months / step) }, (_, i) => (i + 1) * step);
}
