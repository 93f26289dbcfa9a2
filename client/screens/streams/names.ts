/** What streams are called on this screen. */
import type { FragmentationReply } from "../../../server/contract/fragmentation.ts";
import { shorten } from "../../format.ts";
import { initiativeTitle, programmeShort } from "../../programme-words.ts";
import type { StreamLine } from "./lines.ts";

export type Picture = FragmentationReply["picture"];

/** The short name of each stream by its id: its own, with what it pays for where two share it. */
export function namesOf(streams: readonly StreamLine[]): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const stream of streams) {
    const name = shortName(stream);
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return new Map(
    streams.map((stream) => {
      const name = shortName(stream);
      const pays = paysFor(stream);
      return [stream.id, (times.get(name) ?? 0) > 1 && pays ? `${name}, ${pays}` : name];
    }),
  );
}

/** A stream's name in so many letters; one that is cut begins with what tells it from its programme's others. */
export function nameIn(
  letters: number,
  names: ReadonlyMap<string, string>,
  stream: StreamLine,
): string {
  const name = nameOf(names, stream.id);
  const cut = name.length > letters && name !== shortName(stream);
  return shorten(cut ? paysFor(stream) : name, letters);
}

export const nameOf = (names: ReadonlyMap<string, string>, id: string) => names.get(id) ?? id;

/** The initiative or the project that a stream pays for, without its programme's name. */
export function paysFor(stream: StreamLine): string {
  const { initiativeName, project } = stream;
  return initiativeName ? initiativeTitle(shortName(stream), initiativeName, "") : project;
}

export const shortName = ({ programme, programmeName, name }: StreamLine) =>
  programme && programmeName ? programmeShort({ code: programme, name: programmeName }) : name;
