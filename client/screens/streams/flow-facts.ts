/** Who pays, through which stream, for what, and where: the links of the flow and rows of its table. */
import { yearOn } from "../../../server/core/funding/year-on.ts";
import { yearlessTotal } from "../../../server/core/funding/yearless-total.ts";
import { addDays, isoDate } from "../../../server/core/units.ts";
import type { FlowLink, FlowNode } from "../../charts/flow-layout.ts";
import type { StreamLine, StreamsView } from "./lines.ts";
import { nameOf } from "./names.ts";

export interface FlowRow {
  readonly id: string;
  readonly funder: string;
  readonly stream: string;
  readonly project: string;
  readonly place: string;
  /** Pounds of the year that holds the date; undefined is not published. */
  readonly amount: number | undefined;
  /** Pounds in all where no year is stated for any of them. */
  readonly yearless: number | undefined;
  readonly assumed: boolean;
  /** The year that the amount is of; undefined where none is known, so also of a yearless one. */
  readonly year: { readonly start: string; readonly end: string } | undefined;
}

export function flowRows(reply: StreamsView, names: ReadonlyMap<string, string>): FlowRow[] {
  return reply.streams.map((stream) => ({
    id: stream.id,
    funder: stream.funder,
    stream: nameOf(names, stream.id),
    project: stream.initiativeName ?? stream.project,
    place: reply.subject.place.name,
    ...moneyOn(stream, reply.at),
  }));
}

/** What is known of a stream's money in the year of a date. */
export function moneyOn({ years, total }: Pick<StreamLine, "years" | "total">, at: string) {
  const year = yearOn(years, at);
  return {
    amount: year?.amount,
    yearless: yearlessTotal({ years, total }),
    assumed: year !== undefined && year.basis !== "printed",
    year: year && { start: year.start, end: year.end },
  };
}

/** First and last day of the year that an amount is of, as files have it: "1999-04-01/2000-03-31". */
export const yearText = ({ year }: Pick<FlowRow, "year">): string | undefined =>
  year && `${year.start}/${addDays(isoDate(year.end)!, -1)}`;

/** Kinds of node have their own ids, so that a funder and a project of one name stay two. */
export function flowGraph(rows: readonly FlowRow[]): { nodes: FlowNode[]; links: FlowLink[] } {
  const nodes = new Map<string, FlowNode>();
  const links = new Map<string, { source: string; target: string; amount: number | undefined }>();
  const node = (kind: string, label: string, key = label) => {
    const id = `${kind}:${key}`;
    nodes.set(id, { id, label });
    return id;
  };
  const join = (source: string, target: string, amount: number | undefined) => {
    const key = `${source}\n${target}`;
    const before = links.get(key);
    // One part that is not published leaves the sum open.
    const sum =
      before === undefined
        ? amount
        : before.amount === undefined || amount === undefined
          ? undefined
          : before.amount + amount;
    links.set(key, { source, target, amount: sum });
  };
  for (const row of rows) {
    const stream = node("stream", row.stream, row.id);
    const project = node("project", row.project);
    if (row.funder !== "" && row.funder !== row.stream)
      join(node("funder", row.funder), stream, row.amount);
    join(stream, project, row.amount);
    if (row.place !== "") join(project, node("place", row.place), row.amount);
  }
  return { nodes: [...nodes.values()], links: [...links.values()] };
}
