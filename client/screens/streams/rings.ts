/** Streams as rings: those of one programme share one, and so do those of which no year is stated. */
import { texts } from "../../texts/streams.ts";
import type { StreamLine } from "./lines.ts";
import { nameOf, shortName } from "./names.ts";

export interface StreamRing {
  readonly id: string;
  readonly name: string;
  /** All under the same rules of year and claims; the first speaks for them. */
  readonly streams: readonly StreamLine[];
  readonly first: StreamLine;
}

/** Beyond so many rings they can no longer be told apart, and the calendar takes over. */
export const MOST_RINGS = 8;

/** Rings with a stated year first, then one each that is only said to differ, then the rest as one. */
export function ringsOfStreams(
  streams: readonly StreamLine[],
  names: ReadonlyMap<string, string>,
): StreamRing[] {
  const groups = new Map<string, StreamLine[]>();
  for (const stream of streams) {
    const key = keyOf(stream);
    groups.set(key, [...(groups.get(key) ?? []), stream]);
  }
  return [...groups]
    .sort(([, a], [, b]) => rankOf(a[0]!) - rankOf(b[0]!))
    .map(([id, its]) => ({ id, name: ringName(its, names), streams: its, first: its[0]! }));
}

function keyOf({ id, programme, yearStart, yearNote, frequency }: StreamLine): string {
  if (yearStart && programme)
    return `${programme} ${yearStart.month}-${yearStart.day} ${frequency}`;
  if (yearStart || yearNote !== "") return id;
  // What is claimed or counted may still be stated, and is then worth a line of its own.
  return frequency === null ? "not stated" : id;
}

const rankOf = ({ yearStart, yearNote }: StreamLine) => (yearStart ? 0 : yearNote !== "" ? 1 : 2);

function ringName(streams: readonly StreamLine[], names: ReadonlyMap<string, string>): string {
  const [first] = streams;
  if (streams.length === 1) return nameOf(names, first!.id);
  if (first!.programme && first!.yearStart) return texts.several(shortName(first!), streams.length);
  return texts.unstatedStreams(streams.length);
}
