/** Depth with the largest discs of indicative boundaries counted in. */
import { type Question, selectsInitiative } from "../../../core/hotspots/question.ts";
import type { Grid, Shapes } from "../../../core/overlay/model.ts";
import { boundaryTable } from "../../../store/boundary.ts";
import { metresOf, polygonsOfShapes } from "../ground.ts";
import type { ExportContext } from "../unit.ts";

/** A disc in metres of the national grid. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/**
 * For each shape its depth and one more for every disc that shares ground with it. The discs are
 * counted, never cut: they enter no area and no certificate.
 */
export function largestDepths(
  context: ExportContext,
  question: Question,
  ground: { readonly shapes: Shapes; readonly grid: Grid },
  depths: readonly number[],
): number[] {
  const discs = discsOf(context, question);
  if (discs.length === 0) return [...depths];
  const metres = metresOf({ ...ground, crs: context.crs });
  const polygons = polygonsOfShapes(ground.shapes);
  return depths.map((depth, shape) => {
    const reached = discs.filter((disc) => reaches(ground.shapes, metres, polygons[shape]!, disc));
    return depth + reached.length;
  });
}

/** The largest discs of the indicative boundaries that hold on the date. */
function discsOf({ db, loaded, crs }: ExportContext, question: Question): Disc[] {
  const { study } = loaded;
  const table = boundaryTable(db);
  return study.initiatives.flatMap(({ id }, initiative) => {
    if (!selectsInitiative(study, question, initiative)) return [];
    return table.ofInitiative(id).flatMap((boundary) => {
      const { valid_from: from, valid_to: to } = boundary;
      const holds = (from === null || from <= question.at) && (to === null || question.at < to);
      const said = holds ? table.indication(boundary.id) : undefined;
      if (!said) return [];
      const centre = Float64Array.of(said.lon, said.lat);
      crs.fromLonLat(centre);
      return [{ x: centre[0]!, y: centre[1]!, radius: Math.sqrt(said.largest_m2 / Math.PI) }];
    });
  });
}

/** Whether a disc shares ground with polygons: its middle lies in one, or an edge comes near it. */
export function reaches(
  { polygonRing, ringVertex }: Shapes,
  metres: Float64Array,
  polygons: readonly number[],
  { x, y, radius }: Disc,
): boolean {
  for (const polygon of polygons) {
    let inside = false;
    for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
      const from = ringVertex[ring]!;
      const to = ringVertex[ring + 1]!;
      for (let v = from, last = to - 1; v < to; last = v++) {
        const [ax, ay] = [metres[2 * last]! - x, metres[2 * last + 1]! - y];
        const [bx, by] = [metres[2 * v]! - x, metres[2 * v + 1]! - y];
        if (distanceToOrigin(ax, ay, bx, by) < radius) return true;
        if (ay > 0 !== by > 0 && ax + ((bx - ax) * ay) / (ay - by) > 0) inside = !inside;
      }
    }
    if (inside) return true;
  }
  return false;
}

function distanceToOrigin(ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + t * dx, ay + t * dy);
}
