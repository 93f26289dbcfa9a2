import type { Cell, Outline } from "../core/model.ts";
import type { Db } from "../store/db.ts";
import { groupBy } from "../store/group-by.ts";
import { memberAreaTable } from "../store/member-area.ts";

/**
 * Initiative -> the places, ascending, that hold a member district of it and share no ground with
 * any outline of it: it lies somewhere within them.
 */
export function placesWithin(
  db: Db,
  initiativeAt: ReadonlyMap<string, number>,
  placeAt: ReadonlyMap<number, number>,
  outlines: readonly Outline[],
  cells: readonly Cell[],
): Map<number, number[]> {
  const touched = new Set<string>();
  for (const { place, coveredBy } of cells) {
    for (const outline of coveredBy) touched.add(`${outlines[outline]!.initiative}:${place}`);
  }
  const members = memberAreaTable(db)
    .places()
    .map((row) => ({
      initiative: initiativeAt.get(row.initiative_id)!,
      place: placeAt.get(row.reference_area_id)!,
    }))
    .filter(({ initiative, place }) => !touched.has(`${initiative}:${place}`));
  const groups = groupBy(members, ({ initiative }) => initiative);
  return new Map(
    [...groups].map(([initiative, rows]) => [
      initiative,
      rows.map(({ place }) => place).sort((a, b) => a - b),
    ]),
  );
}
