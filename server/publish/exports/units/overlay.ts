import type { Partition } from "../../../core/overlay/model.ts";
import type { PolygonSources } from "../../../ingest/read-polygons.ts";
import { aboutFiles } from "../about-files.ts";
import { cellRows } from "../cell-rows.ts";
import type { Field, Table } from "../export.ts";
import { joinShapes } from "../join-shapes.ts";
import { measureField } from "../measure-field.ts";

const FIELDS: readonly Field[] = [
  {
    name: "cell",
    type: "text",
    meaning: "A hash of the sorted ids of the sources that cover the ground.",
  },
  {
    name: "kind",
    type: "text",
    meaning: "cell, or hole: ground enclosed by sources and covered by none.",
  },
  measureField("depth", "integer"),
  { name: "sources", type: "list", meaning: "Ids of the sources that cover the ground, sorted." },
  measureField("area_m2", "real"),
];

/** The options of `overlay` that change its answer, as they were given. */
export interface OverlayAsked {
  readonly id?: string | undefined;
  readonly layer?: string | undefined;
  readonly crs?: string | undefined;
  readonly grid?: string | undefined;
}

/**
 * The partition of any polygon files: a row a set of sources, then a row a hole.
 *
 * @param asked options that were given; they are part of the question and of the citation
 */
export function overlayTable(
  sources: PolygonSources,
  partition: Partition,
  asked: OverlayAsked = {},
): Table {
  const { crs, toLonLat, sourceIds } = sources;
  const rows = cellRows(partition, sourceIds).map((row) => [
    row.cell,
    row.kind,
    row.depth,
    row.ids,
    row.area,
  ]);
  return {
    unit: "overlay",
    fields: FIELDS,
    rows,
    ground: {
      shapes: joinShapes([partition.cells, partition.holes]),
      grid: partition.grid,
      crs: { id: crs, toLonLat },
    },
    about: aboutFiles(sources, partition, {
      unit: "overlay",
      done: (files) => `overlay of ${files.join(", ")}`,
      options: { id: asked.id, layer: asked.layer, crs: asked.crs, grid: asked.grid },
      tolerance: null,
      fields: FIELDS,
      nameOf: (source) => sourceIds[source]!,
    }),
  };
}
