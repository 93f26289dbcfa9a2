/** From funder to stream to what it pays for to the place; its table says the same. */
import { useMemo } from "preact/hooks";
import { isoDate } from "../../../server/core/units.ts";
import { type DrawnNode, layFlow } from "../../charts/flow-layout.ts";
import { useWidth } from "../../charts/use-width.ts";
import { lifeSpan, money, shorten } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { shared } from "../../texts/shared.ts";
import { texts } from "../../texts/streams.ts";
import { type FlowRow, flowGraph, flowRows, yearText } from "./flow-facts.ts";
import type { StreamsView } from "./lines.ts";

const FIRST_WIDTH = 640;
/** Narrower than this the words of four columns run into each other: the table stands alone. */
const LEAST_WIDTH = 560;
const ROW_HEIGHT = 34;

export function MoneyFlow(props: { reply: StreamsView; names: ReadonlyMap<string, string> }) {
  const { reply, names } = props;
  const [frame, width] = useWidth<HTMLDivElement>(FIRST_WIDTH);
  const rows = useMemo(() => flowRows(reply, names), [reply, names]);
  const height = Math.max(120, rows.length * ROW_HEIGHT);
  const flow = useMemo(() => {
    const { nodes, links } = flowGraph(rows);
    return layFlow(nodes, links, { width, height });
  }, [rows, width, height]);
  const open = rows.filter(({ amount }) => amount === undefined).length;
  return (
    <>
      <div ref={frame} class="chart-frame">
        {width >= LEAST_WIDTH && (
          <svg
            class="flow"
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-label={texts.flowLabel}
          >
            {flow.links.map((link) => (
              <path
                key={`${link.source}${link.target}`}
                class={link.amount === undefined ? "flow-link flow-open" : "flow-link"}
                d={link.path}
                stroke-width={link.amount === undefined ? 2 : link.thickness}
              />
            ))}
            {flow.nodes.map((node) => (
              <FlowLabel key={node.id} node={node} letters={Math.floor(width / LETTERS_WIDTH)} />
            ))}
          </svg>
        )}
      </div>
      <p class="note">
        {texts.flowNote(open, rows.length)} {reply.subject.kind === "place" && texts.flowWhole}
      </p>
      <DataTable
        caption={texts.flowTable}
        columns={FLOW_COLUMNS}
        rows={rows}
        keyOf={({ id }) => id}
        empty={texts.noStreams}
        file="patchwork-flow"
      />
    </>
  );
}

/** What one letter takes of the whole width, four columns side by side. */
const LETTERS_WIDTH = 28;

function FlowLabel({ node, letters }: { node: DrawnNode; letters: number }) {
  const { x, y, width, height, last, label } = node;
  return (
    <>
      <rect class="flow-node" x={x} y={y} width={width} height={height} />
      <text
        class="flow-label"
        x={last ? x - 6 : x + width + 6}
        y={y + height / 2 + 4}
        text-anchor={last ? "end" : "start"}
      >
        {shorten(label, letters)}
      </text>
    </>
  );
}

function yearWords({ year, yearless }: FlowRow): string {
  if (year) return lifeSpan(isoDate(year.start), isoDate(year.end));
  return yearless === undefined ? shared.unknown : texts.notStated;
}

function amountWords({ amount, yearless, assumed }: FlowRow): string {
  if (amount !== undefined) return `${money(amount)}${assumed ? ` ${texts.assumedMark}` : ""}`;
  return yearless === undefined ? texts.notPublished : money(yearless);
}

function basisWords({ amount, yearless, assumed }: FlowRow): string | undefined {
  if (amount !== undefined) return assumed ? texts.spreadEvenly : texts.printed;
  return yearless === undefined ? undefined : texts.yearlessTotal;
}

/** Of the screen and of the file: an amount of no stated year is in both, and both say so. */
export const FLOW_COLUMNS: Column<FlowRow>[] = [
  { id: "funder", label: texts.funder, value: ({ funder }) => funder || undefined },
  { id: "stream", label: texts.stream, value: ({ stream }) => stream, head: true },
  { id: "project", label: texts.paysFor, value: ({ project }) => project || undefined },
  { id: "place", label: texts.place, value: ({ place }) => place },
  { id: "year", label: texts.year, value: yearText, cell: yearWords },
  {
    id: "amount_gbp",
    label: texts.amount,
    value: ({ amount, yearless }) => amount ?? yearless,
    cell: amountWords,
    number: true,
  },
  { id: "basis", label: texts.basisHead, value: basisWords },
];
