import type { Shapes } from "../core/overlay/model.ts";
import type { NamedFeature } from "./source-ids.ts";

/** Features laid end to end as the shapes of their sources. */
export interface AssembledSources {
  /** Sorted by code unit; source `i` is shape `i`. */
  readonly sourceIds: readonly string[];
  /** The properties of each source's first feature. */
  readonly properties: readonly Readonly<Record<string, unknown>>[];
  /** Features by source; within one source in the order of files and features. */
  readonly features: readonly NamedFeature[];
  /** The shapes' topology; the vertices are those of the features, end to end. */
  readonly topology: Omit<Shapes, "xy">;
}

/** Features by source, so that the order of files tells only within one source. */
function bySource(features: readonly NamedFeature[]): Map<string, NamedFeature[]> {
  const groups = new Map<string, NamedFeature[]>();
  for (const named of features) {
    const group = groups.get(named.source);
    if (group) group.push(named);
    else groups.set(named.source, [named]);
  }
  return groups;
}

/** Numbers the sources in the order of their names and lays their polygons end to end. */
export function assembleSources(named: readonly NamedFeature[]): AssembledSources {
  const groups = bySource(named);
  const sourceIds = [...groups.keys()].sort();
  const features = sourceIds.flatMap((id) => groups.get(id) ?? []);
  const polygonShape: number[] = [];
  const polygonRing = [0];
  const ringVertex = [0];
  let shape = -1;
  let rings = 0;
  let vertices = 0;
  let source: string | undefined;
  for (const { source: id, feature } of features) {
    if (id !== source) shape++;
    source = id;
    for (let polygon = 1; polygon < feature.polygonRing.length; polygon++) {
      polygonShape.push(shape);
      polygonRing.push(rings + feature.polygonRing[polygon]!);
    }
    for (let ring = 1; ring < feature.ringVertex.length; ring++) {
      ringVertex.push(vertices + feature.ringVertex[ring]!);
    }
    rings += feature.ringVertex.length - 1;
    vertices += feature.xy.length / 2;
  }
  return {
    sourceIds,
    properties: sourceIds.map((id) => groups.get(id)?.[0]?.feature.properties ?? {}),
    features,
    topology: {
      count: sourceIds.length,
      polygonShape: Int32Array.from(polygonShape),
      polygonRing: Int32Array.from(polygonRing),
      ringVertex: Int32Array.from(ringVertex),
    },
  };
}
