/** The initiatives recorded at some places, whatever the date: a part of the country. */
import type { StudyIndex } from "./study-index.ts";

/** Indices of every initiative that shares ground with one of the places or lies somewhere within. */
export function initiativesAt(index: StudyIndex, places: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const place of places) {
    for (const { outline } of index.contacts[place]!)
      found.add(index.study.outlines[outline]!.initiative);
    for (const initiative of index.within[place]!) found.add(initiative);
  }
  return found;
}
