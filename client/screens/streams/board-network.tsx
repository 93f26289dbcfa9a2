/** Organisations on the left, boards on the right, a line a seat: who is asked to sit everywhere. */
import { scalePoint } from "d3-scale";
import { linkHorizontal } from "d3-shape";
import type { PartnershipReply } from "../../../server/contract/partnership.ts";
import { useWidth } from "../../charts/use-width.ts";
import { shorten } from "../../format.ts";
import { texts } from "../../texts/partners.ts";

const FIRST_WIDTH = 600;
const ROW = 20;
/** Organisations drawn at most: those on most boards. The table has the others. */
const MOST_DRAWN = 24;
const LETTER = 6.2;

interface Seat {
  readonly source: readonly [number, number];
  readonly target: readonly [number, number];
}

export function BoardNetwork({ partnership }: { partnership: PartnershipReply }) {
  const [frame, width] = useWidth<HTMLDivElement>(FIRST_WIDTH);
  const loads = partnership.loads.slice(0, MOST_DRAWN);
  const bodies = partnership.bodies.filter(({ id }) =>
    loads.some((load) => load.boards.includes(id)),
  );
  const height = Math.max(loads.length, bodies.length, 2) * ROW;
  const left = scalePoint(
    loads.map(({ organisation }) => organisation),
    [10, height - 10],
  );
  const right = scalePoint(
    bodies.map(({ id }) => id),
    [10, height - 10],
  );
  const side = Math.min(width * 0.38, 250);
  const letters = Math.floor(side / LETTER);
  const seat = linkHorizontal<Seat, readonly [number, number]>()
    .x(([x]) => x)
    .y(([, y]) => y);
  return (
    <div ref={frame} class="chart-frame">
      <svg
        class="network"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={texts.networkLabel(loads.length, bodies.length)}
      >
        {loads.flatMap((load) =>
          load.boards.map((board) => (
            <path
              key={`${load.organisation} ${board}`}
              class={load.boards.length > 1 ? "seat seat-many" : "seat"}
              d={
                seat({
                  source: [side, left(load.organisation) ?? 0],
                  target: [width - side, right(board) ?? 0],
                }) ?? ""
              }
            />
          )),
        )}
        {loads.map(({ organisation, boards }) => (
          <g key={organisation} transform={`translate(0 ${left(organisation)})`}>
            <circle class="dot" cx={side} r={boards.length > 1 ? 4 : 2.5} />
            <text class="axis" x={side - 8} y={4} text-anchor="end">
              {shorten(organisation, letters)}
            </text>
          </g>
        ))}
        {bodies.map(({ id, name }) => (
          <g key={id} transform={`translate(0 ${right(id)})`}>
            <rect class="dot" x={width - side - 4} y={-4} width={8} height={8} />
            <text class="axis" x={width - side + 8} y={4}>
              {shorten(name, letters)}
            </text>
          </g>
        ))}
      </svg>
      {partnership.loads.length > loads.length && (
        <p class="note">{texts.networkRest(partnership.loads.length - loads.length)}</p>
      )}
    </div>
  );
}
