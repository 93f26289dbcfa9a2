/** What a check found, as GeoJSON to look at beside the file: places, and outlines before and after. */

import { repaired } from "../core/check/propose.ts";
import { polygonsOf } from "../core/check/rings-of.ts";
import type { Shapes } from "../core/overlay/model.ts";
import type { CheckedFile } from "../ingest/check/check-file.ts";

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
  const inDegrees = (shapes: Shapes) => {
    const xy = Float64Array.from(
      shapes.xy,
      (steps, i) => steps * grid.step + (i % 2 === 0 ? grid.originX : grid.originY),
    );
    crs.toLonLat(xy);
    return multiPolygon(shapes, xy);
  };
  for (const [index, repairs] of accepted) {
    const { id, name, shapes } = subject.features[index]!;
    const about = { feature: index + 1, id, name };
    yield feature({ kind: "before", ...about }, inDegrees(shapes));
    const after = repaired(shapes, repairs, subject.step);
    yield feature({ kind: "after", ...about, repairs: [...repairs] }, inDegrees(after));
  }
  yield "\n]}\n";
}

const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** Rings as they are drawn, neither turned nor mended: it is they that are to be seen. */
function multiPolygon(shapes: Shapes, degrees: Float64Array) {
  let at = 0;
  const coordinates = polygonsOf(shapes).map((rings) =>
    rings.map((ring) => {
      const points = Array.from({ length: ring.length / 2 }, (_, v) => [
        rounded(degrees[at + 2 * v]!),
        rounded(degrees[at + 2 * v + 1]!),
      ]);
      at += ring.length;
      return points.length === 0 ? points : [...points, points[0]!];
    }),
  );
  return { type: "MultiPolygon", coordinates };
}
