/**
 * How each small area is reached: an outline covers it, an initiative lies only somewhere within its
 * place, or nothing is recorded (docs/decisions/0024-what-counts-as-covered.md).
 */
import { liveOutlines } from "../hotspots/depth.ts";
import type { Question } from "../hotspots/question.ts";
import { stackAt } from "../hotspots/stack.ts";
import type { StudyIndex } from "../hotspots/study-index.ts";
import { type Share, share } from "../units.ts";
import type { SmallAreas } from "./model.ts";

/** The three ways to be reached, kept apart: covers, somewhere within, none recorded. */
export const REACHES = ["covers", "within", "none"] as const;
export type Reach = (typeof REACHES)[number];

export interface AreaReach {
  /** By best fit: how the area's point is reached. */
  readonly reach: Reach;
  /** Share of its ground under at least one outline. */
  readonly covered: Share;
  /** Outlines over its point. */
  readonly depth: number;
  /** Whether its point lies on the edge of an outline. */
  readonly onEdge: boolean;
  /** Whether an initiative without outline lies somewhere in its place. */
  readonly placeHolds: boolean;
}

/** Small area -> how it is reached under a question. Cost: one visit a piece and outline. */
export function reachAreas(
  index: StudyIndex,
  { areas, pieces }: SmallAreas,
  question: Question,
): AreaReach[] {
  const live = liveOutlines(index, question);
  const placeHolds = index.study.places.map((_, place) =>
    stackAt(index, question, place).some(({ presence }) => presence === "within"),
  );
  const ground = new Float64Array(areas.length);
  const covered = new Float64Array(areas.length);
  const depth = new Int32Array(areas.length).fill(-1);
  const onEdge = new Uint8Array(areas.length);
  for (const { unit, coveredBy, area, point } of pieces) {
    const depthHere = coveredBy.reduce((sum, outline) => sum + live[outline]!, 0);
    ground[unit]! += area;
    if (depthHere > 0) covered[unit]! += area;
    if (point === "outside") continue;
    if (point === "edge") onEdge[unit] = 1;
    // On an edge the covered side takes the point, and the deeper of two covered sides.
    depth[unit] = Math.max(depth[unit]!, depthHere);
  }
  return areas.map(({ place }, unit) => {
    const holds = place >= 0 && placeHolds[place]!;
    return {
      reach: depth[unit]! > 0 ? "covers" : holds ? "within" : "none",
      covered: share(ground[unit]! > 0 ? covered[unit]! / ground[unit]! : 0),
      depth: Math.max(0, depth[unit]!),
      onEdge: onEdge[unit] === 1,
      placeHolds: holds,
    };
  });
}
