/** The prepared load into the store's tables. Synchronous: one transaction holds it all. */
import type { Evidence } from "../core/model.ts";
import { boundaryTable } from "../store/boundary.ts";
import type { Db } from "../store/db.ts";
import { drawingOf } from "../store/drawing.ts";
import { polygonsByShape } from "../store/geometry-codec.ts";
import { memberAreaTable } from "../store/member-area.ts";
import { referenceLayerTable } from "../store/reference-layer.ts";
import { weightTable } from "../store/weight.ts";
import { areasOnGrid } from "./load-areas.ts";
import type { Composed } from "./load-compose.ts";
import type { LoadedLayer } from "./load-reference.ts";
import type { LoadedWeights } from "./loaded-weights.ts";
import type { Registry } from "./registry/read-registry.ts";
import { storeRegistry } from "./registry/store-registry.ts";
import type { ReadStreams } from "./streams/read-streams.ts";
import { storeStreams } from "./streams/store-streams.ts";

/** All that a load writes, read and computed before the transaction begins. */
export interface PreparedLoad {
  readonly registry: Registry;
  readonly layers: readonly LoadedLayer[];
  readonly composed: Composed;
  readonly weights: readonly LoadedWeights[];
  readonly cases: readonly ReadStreams[];
}

/** Write everything into empty tables. */
export function storePrepared(db: Db, prepared: PreparedLoad): void {
  const { registry, layers, composed, weights } = prepared;
  storeRegistry(db, registry);
  for (const read of prepared.cases) storeStreams(db, read);
  const boundaries = boundaryTable(db);
  // In the order of their owners, so that boundary ids ascend with the study's outlines.
  const byOwner = [...composed.boundaries].sort(
    (a, b) => compare(a.plan.initiative, b.plan.initiative) || a.plan.version - b.plan.version,
  );
  for (const { plan, drawn } of byOwner) {
    const { initiative, areas, ...rest } = plan;
    boundaries.add({ ...rest, owner: { initiative }, drawn });
  }
  const members = memberAreaTable(db);
  for (const [initiative, names] of composed.missing) {
    for (const name of new Set(names)) members.addMissing(initiative, name);
  }
  for (const layer of layers) storeLayer(db, layer);
  const table = weightTable(db);
  for (const { set, weights: values, carried } of weights) table.add(set, values, carried);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function storeLayer(db: Db, { layer, areas, shapes }: LoadedLayer) {
  const layers = referenceLayerTable(db);
  const boundaries = boundaryTable(db);
  layers.add(layer);
  const evidence: Evidence = {
    confidence: "sourced",
    source: layer.attribution === "" ? layer.title : layer.attribution,
    notes: "",
    dateRead: undefined,
  };
  const polygons = polygonsByShape(shapes);
  const ground = areasOnGrid(shapes);
  areas.forEach((area, i) => {
    const referenceArea = layers.addArea(area);
    boundaries.add({
      owner: { referenceArea },
      version: 1,
      from: undefined,
      to: undefined,
      grade: layer.grade,
      accuracy: layer.accuracy,
      definition: layer.title,
      drawn: drawingOf(shapes, polygons[i]!, ground[i]!),
      indication: undefined,
      evidence,
    });
  });
}
