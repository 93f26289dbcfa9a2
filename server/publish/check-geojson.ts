/** What a check found, as GeoJSON to look at beside the file: places, and outlines before and after. */

import { repaired } from "../core/check/propose.ts";
import type { CheckedFile } from "../ingest/check/check-file.ts";
import { drawnRings } from "./drawn-rings.ts";

/**
 * A feature collection in degrees: a point for each place of a problem (`kind` problem), and of each
 * outline with proposals the outline as drawn (`before`) and with all of them made (`after`).
 */
export function* reportGeojson({ read, checked, report }: CheckedFile): Generator<string> {
  const { subject, crs, grid } = read;
  yield '{"type":"FeatureCollection","features":[\n';
  let first = true;
  const feature = (properties: object, geometry: object) => {
    const text = JSON.stringify({ type: "Feature", properties, geometry });
    const line = first ? text : `,\n${text}`;
    first = false;
    return line;
  };
  for (const { problem, findings } of report.problems) {
    for (const { lon, lat, ...finding } of findings) {
      if (lon === null) continue;
      const geometry = { type: "Point", coordinates: [lon, lat] };
      yield feature({ kind: "problem", problem, ...finding }, geometry);
    }
  }
  const accepted = new Map<number, Set<(typeof checked.proposals)[number]["repair"]>>();
  for (const { feature: index, repair } of checked.proposals) {
    accepted.set(index, (accepted.get(index) ?? new Set()).add(repair));
  }
  for (const [index, repairs] of accepted) {
    const { id, name, shapes } = subject.features[index]!;
    const about = { feature: index + 1, id, name };
    yield feature({ kind: "before", ...about }, drawnRings(shapes, grid, crs.toLonLat));
    const after = repaired(shapes, repairs, subject.step);
    yield feature(
      { kind: "after", ...about, repairs: [...repairs] },
      drawnRings(after, grid, crs.toLonLat),
    );
  }
  yield "\n]}\n";
}
