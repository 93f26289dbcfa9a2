/** What each department put in each year: a row of bars a department, to one scale. */
import { scaleBand, scaleLinear } from "d3-scale";
import type { VolumeReply } from "../../../server/contract/volume.ts";
import { useWidth } from "../../charts/use-width.ts";
import { money, shorten } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { Empty, WhenLoaded } from "../../parts/when-loaded.tsx";
import { texts } from "../../texts/streams.ts";

type Row = VolumeReply["rows"][number];

const FIRST_WIDTH = 800;
const ROW = 46;
const BAR = 36;
const BOTTOM = 22;
const LETTER = 6.8;
const LEAST_LABEL = 44;

export function Volume({ at }: { at: string }) {
  const reply = useReply<VolumeReply>(`/api/v1/volume?at=${at}`);
  return (
    <WhenLoaded of={reply} loading={texts.volumeLoading} lines={7}>
      {({ rows }) =>
        rows.length === 0 ? <Empty what={texts.noVolume} /> : <VolumeRows rows={rows} />
      }
    </WhenLoaded>
  );
}

function VolumeRows({ rows }: { rows: readonly Row[] }) {
  const [frame, width] = useWidth<HTMLDivElement>(FIRST_WIDTH);
  const years = [...new Set(rows.map(({ year }) => year))].sort();
  const departments = byTotal(rows);
  const most = Math.max(...rows.map(({ amount }) => amount));
  const names = Math.min(190, width * 0.3);
  const x = scaleBand(years, [names, width - 4]).paddingInner(0.18);
  const height = scaleLinear([0, most], [0, BAR]);
  const every = Math.max(1, Math.ceil(LEAST_LABEL / x.step()));
  return (
    <>
      <div ref={frame} class="chart-frame">
        <svg
          class="volume"
          width={width}
          height={departments.length * ROW + BOTTOM}
          role="img"
          aria-label={texts.volumeLabel}
        >
          {departments.map((department, i) => (
            <g key={department} transform={`translate(0 ${i * ROW})`}>
              <text class="axis" x={0} y={ROW - 8}>
                {shorten(department || texts.notRecorded, Math.floor(names / LETTER))}
              </text>
              <line class="grid" x1={names} x2={width - 4} y1={ROW - 4} y2={ROW - 4} />
              {rows
                .filter((row) => row.department === department)
                .map(({ year, amount, assumed }) => {
                  const top = height(amount);
                  const soft = height(assumed);
                  const place = { x: x(year) ?? 0, width: x.bandwidth() };
                  return (
                    <g key={year}>
                      <rect class="bar" {...place} y={ROW - 4 - top} height={top - soft} />
                      <rect class="bar-assumed" {...place} y={ROW - 4 - soft} height={soft} />
                    </g>
                  );
                })}
            </g>
          ))}
          {years
            .filter((_, i) => i % every === 0)
            .map((year) => (
              <text
                key={year}
                class="axis"
                x={(x(year) ?? 0) + x.bandwidth() / 2}
                y={departments.length * ROW + 14}
                text-anchor="middle"
              >
                {year.slice(2)}
              </text>
            ))}
        </svg>
      </div>
      <p class="note">{texts.volumeNote(money(most))}</p>
      <details>
        <summary>{texts.volumeTable}</summary>
        <DataTable
          caption={texts.volumeTable}
          columns={COLUMNS}
          rows={rows}
          keyOf={({ department, year }) => `${department} ${year}`}
          empty={texts.noVolume}
          file="patchwork-volume"
        />
      </details>
    </>
  );
}

/** Departments, the one that put in most first. */
function byTotal(rows: readonly Row[]): string[] {
  const sums = new Map<string, number>();
  for (const { department, amount } of rows)
    sums.set(department, (sums.get(department) ?? 0) + amount);
  return [...sums].sort(([, a], [, b]) => b - a).map(([department]) => department);
}

const COLUMNS: Column<Row>[] = [
  {
    id: "department",
    label: texts.department,
    value: ({ department }) => department || undefined,
    head: true,
  },
  { id: "year", label: texts.financialYear, value: ({ year }) => year },
  {
    id: "amount_gbp",
    label: texts.amount,
    value: ({ amount }) => amount,
    cell: ({ amount }) => money(amount),
    number: true,
  },
  {
    id: "assumed_gbp",
    label: texts.ofIt,
    value: ({ assumed }) => assumed,
    cell: ({ assumed }) => money(assumed),
    number: true,
  },
  { id: "figures", label: texts.figures, value: ({ figures }) => figures, number: true },
];
