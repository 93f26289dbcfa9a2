/** Depth with the largest discs of indicative boundaries counted in. */
import { discReaches } from "../../../core/geometry/disc.ts";
import { metresOf } from "../../../core/geometry/shape-metres.ts";
import { liveIndications } from "../../../core/hotspots/depth.ts";
import type { Question } from "../../../core/hotspots/question.ts";
import type { Grid, Shapes } from "../../../core/overlay/model.ts";
import { polygonsOfShapes } from "../ground.ts";
import type { ExportContext } from "../unit.ts";

/**
 * For each shape its depth and one more for every disc that shares ground with it. The discs are
 * counted, never cut: they enter no area and no certificate. The study's own cells know which discs
 * meet them; a question is cut anew, holes and all, so its ground is asked again by the same test.
 */
export function largestDepths(
  { index, loaded }: ExportContext,
  question: Question,
  ground: { readonly shapes: Shapes; readonly grid: Grid },
  depths: readonly number[],
): number[] {
  const discs = liveIndications(index, question).map((i) => loaded.discs[i]!);
  if (discs.length === 0) return [...depths];
  const metres = metresOf(ground);
  const polygons = polygonsOfShapes(ground.shapes);
  return depths.map((depth, shape) => {
    const reached = discs.filter((disc) =>
      discReaches(ground.shapes, metres, polygons[shape]!, disc),
    );
    return depth + reached.length;
  });
}
