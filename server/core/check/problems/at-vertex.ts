import type { CheckedFeature, Finding } from "../model.ts";
import type { RingWalks } from "../walks.ts";

/** A finding at a vertex of the noded rings. */
export const atVertex = (
  feature: CheckedFeature,
  walks: RingWalks,
  ring: number,
  vertex: number,
): Finding => ({ feature: feature.index, ring, at: [walks.x(vertex), walks.y(vertex)] });
