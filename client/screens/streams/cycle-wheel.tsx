/** Twelve months, a ring a stream: where its year begins, where its quarters end, when it claims. */
import {
  angleOf,
  pointAt,
  type Ring,
  ringPath,
  ringsOf,
  type YearDay,
} from "../../charts/wheel.ts";
import { texts } from "../../texts/streams.ts";
import type { StreamLine } from "./lines.ts";
import type { Picture } from "./names.ts";
import type { StreamRing } from "./rings.ts";

const SIZE = 300;
const MIDDLE = SIZE / 2;
const OUTERMOST = 118;
const INNERMOST = 26;
const SPOKE_IN = 22;
const LABEL_AT = 136;
/** Where the rings' numbers stand: in August, where few years begin. */
const NUMBER_AT: YearDay = { month: 8, day: 12 };
const DOT = 2.6;

export function CycleWheel(props: { rings: readonly StreamRing[]; picture: Picture }) {
  const { rings, picture } = props;
  const bands = ringsOf(rings.length, OUTERMOST, INNERMOST);
  return (
    <svg
      class="wheel"
      width={SIZE}
      height={SIZE}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      role="img"
      aria-label={texts.wheelLabel}
    >
      {texts.months.map((name, month) => (
        <Month key={name} name={name} month={month + 1} />
      ))}
      {rings.map(({ id, first }, i) => (
        <RingBand key={id} stream={first} ring={bands[i]!} picture={picture} />
      ))}
      {rings.map(({ id }, i) => {
        const { inner, outer } = bands[i]!;
        const [x, y] = pointAt(MIDDLE, angleOf(NUMBER_AT), (inner + outer) / 2);
        return (
          <text key={id} class="ring-number" x={x} y={y + 4} text-anchor="middle">
            {i + 1}
          </text>
        );
      })}
    </svg>
  );
}

function Month({ name, month }: { name: string; month: number }) {
  const begins = angleOf({ month, day: 1 });
  const [x1, y1] = pointAt(MIDDLE, begins, SPOKE_IN);
  const [x2, y2] = pointAt(MIDDLE, begins, OUTERMOST + 8);
  const [x, y] = pointAt(MIDDLE, angleOf({ month, day: 15 }), LABEL_AT);
  return (
    <>
      <line class="spoke" x1={x1} y1={y1} x2={x2} y2={y2} />
      <text class="axis" x={x} y={y + 4} text-anchor="middle">
        {name}
      </text>
    </>
  );
}

function RingBand(props: { stream: StreamLine; ring: Ring; picture: Picture }) {
  const { stream, ring, picture } = props;
  const { yearStart, category } = stream;
  const middle = (ring.inner + ring.outer) / 2;
  if (!yearStart)
    return (
      <circle
        class="ring-unknown"
        cx={MIDDLE}
        cy={MIDDLE}
        r={middle}
        stroke-width={(ring.outer - ring.inner) * 0.6}
      />
    );
  const claims = picture.claims.filter((claim) => claim.stream === stream.id);
  return (
    <>
      <path
        class={`ring ring-${category ?? "plain"}`}
        transform={`translate(${MIDDLE} ${MIDDLE})`}
        d={ringPath(ring)}
      />
      {[0, 3, 6, 9].map((months) => (
        <QuarterEnd key={months} ring={ring} yearStart={yearStart} months={months} />
      ))}
      {claims.map(({ due }) => {
        const on = { month: Number(due.slice(5, 7)), day: Number(due.slice(8, 10)) };
        const [x, y] = pointAt(MIDDLE, angleOf(on), middle);
        return <circle key={due} class="claim-dot" cx={x} cy={y} r={DOT} />;
      })}
    </>
  );
}

/** A quarter ends where the next begins; the year's own start is the heavy bar. */
function QuarterEnd(props: { ring: Ring; yearStart: YearDay; months: number }) {
  const { ring, yearStart, months } = props;
  const month = ((yearStart.month - 1 + months) % 12) + 1;
  const angle = angleOf({ month, day: yearStart.day });
  const over = months === 0 ? 3 : 0;
  const [x1, y1] = pointAt(MIDDLE, angle, ring.inner - over);
  const [x2, y2] = pointAt(MIDDLE, angle, ring.outer + over);
  return <line class={months === 0 ? "year-start" : "quarter-end"} {...{ x1, y1, x2, y2 }} />;
}
