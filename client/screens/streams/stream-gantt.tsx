/** When each stream runs, and where its money falls: a bar a stream, a mark a cliff. */
import { scaleUtc } from "d3-scale";
import { useWidth } from "../../charts/use-width.ts";
import { lifeSpan, longDate, money, monthYear, percent } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { texts } from "../../texts/streams.ts";
import type { StreamLine } from "./lines.ts";
import { nameIn, nameOf, type Picture } from "./names.ts";
import { asDate } from "./wire-dates.ts";

type Cliff = Picture["cliffs"][number];

const FIRST_WIDTH = 640;
const ROW = 24;
const TOP = 24;
const RIGHT = 28;

interface GanttProps {
  readonly streams: readonly StreamLine[];
  readonly picture: Picture;
  readonly names: ReadonlyMap<string, string>;
  readonly at: string;
}

export function StreamGantt({ streams, picture, names, at }: GanttProps) {
  const [frame, width] = useWidth<HTMLDivElement>(FIRST_WIDTH);
  const dated = streams.filter(({ start, end }) => start !== null || end !== null);
  const dates = dated.flatMap(({ start, end }) => [start, end]).filter((date) => date !== null);
  const undated = streams.length - dated.length;
  if (dates.length === 0) return <p class="note">{texts.noDates(streams.length)}</p>;
  const [first, last] = [dates.reduce(least), dates.reduce(greatest)];
  const names_ = Math.min(MOST_NAME, width * NAME_SHARE);
  const x = scaleUtc([new Date(first), new Date(last)], [names_, width - RIGHT]);
  const height = TOP + dated.length * ROW;
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
  const today = x(new Date(at));
  return (
    <>
      <div ref={frame} class="chart-frame">
        <svg
          class="gantt"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={texts.ganttLabel}
        >
          {x.ticks(Math.max(2, Math.floor(width / 110))).map((tick) => (
            <g key={tick.getTime()} transform={`translate(${x(tick)} 0)`}>
              <line class="grid" y1={TOP - 6} y2={height} />
              <text class="axis" y={12} text-anchor="middle">
                {years > SHORT_SPAN ? tick.getUTCFullYear() : monthYear(asDate(isoOf(tick))!)}
              </text>
            </g>
          ))}
          {dated.map((stream, i) => (
            <g key={stream.id} transform={`translate(0 ${TOP + i * ROW})`}>
              <text class="gantt-name" x={0} y={16}>
                {nameIn(Math.floor(names_ / LETTER), names, stream)}
              </text>
              <Bar
                stream={stream}
                x={(date) => x(new Date(date))}
                range={[x.range()[0]!, width - RIGHT]}
              />
              {picture.cliffs
                .filter((cliff) => cliff.stream === stream.id && cliff.steep)
                .map((cliff) => (
                  <CliffMark key={cliff.on} cliff={cliff} x={x(new Date(cliff.on))} />
                ))}
            </g>
          ))}
          <line class="today" x1={today} x2={today} y1={TOP - 6} y2={height} />
        </svg>
      </div>
      <p class="note">
        {texts.ganttNote} {undated > 0 && texts.undatedStreams(undated)}
      </p>
      <DataTable
        caption={texts.ganttTable}
        columns={columnsFor(names, picture.cliffs)}
        rows={streams}
        keyOf={({ id }) => id}
        empty={texts.noStreams}
        file="patchwork-streams-dates"
      />
    </>
  );
}

/** Names take this much of the width, up to so many pixels; one letter takes so many. */
const NAME_SHARE = 0.3;
const MOST_NAME = 250;
const LETTER = 6.8;
/** Over fewer years than this ticks fall on months. */
const SHORT_SPAN = 4;
const isoOf = (date: Date) => date.toISOString().slice(0, 10);
const least = (a: string, b: string) => (a < b ? a : b);
const greatest = (a: string, b: string) => (a > b ? a : b);

function Bar(props: {
  stream: StreamLine;
  x: (date: string) => number;
  range: readonly [number, number];
}) {
  const { stream, x, range } = props;
  const from = stream.start ? x(stream.start) : range[0];
  const to = stream.end ? x(stream.end) : range[1];
  const open = stream.start === null || stream.end === null;
  return (
    <rect
      class={`gantt-bar ring-${stream.category ?? "plain"}${open ? " gantt-open" : ""}`}
      x={from}
      y={6}
      width={Math.max(2, to - from)}
      height={13}
    />
  );
}

/** A steep fall: hollow where either year was spread evenly and not printed. */
function CliffMark({ cliff, x }: { cliff: Cliff; x: number }) {
  return (
    <path class={cliff.assumed ? "cliff cliff-assumed" : "cliff"} d={`M${x - 5} 3h10l-5 9z`} />
  );
}

function columnsFor(
  names: ReadonlyMap<string, string>,
  cliffs: readonly Cliff[],
): Column<StreamLine>[] {
  const steepest = (id: string) =>
    cliffs
      .filter((cliff) => cliff.stream === id && cliff.annualised > 0)
      .sort((a, b) => b.annualised - a.annualised)[0];
  return [
    { id: "stream", label: texts.stream, value: ({ id }) => nameOf(names, id), head: true },
    {
      id: "runs",
      label: texts.runs,
      value: ({ start }) => start ?? undefined,
      cell: ({ start, end }) => lifeSpan(asDate(start), asDate(end)),
    },
    {
      id: "total_gbp",
      label: texts.total,
      value: ({ total }) => total ?? undefined,
      cell: ({ total }) => money(total ?? undefined),
      number: true,
    },
    {
      id: "steepest_fall",
      label: texts.steepest,
      title: texts.cliffRule,
      value: ({ id }) => steepest(id)?.annualised,
      cell: ({ id }) => cliffWords(steepest(id)),
    },
  ];
}

function cliffWords(cliff: Cliff | undefined): string {
  if (!cliff) return texts.noFall;
  const raw = percent(cliff.raw);
  const year = percent(cliff.annualised);
  return texts.fall(
    longDate(asDate(cliff.on)!),
    year,
    raw === year ? undefined : raw,
    cliff.assumed,
  );
}
