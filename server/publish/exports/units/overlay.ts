import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { About } from "../../../contract/about.ts";
import { toCertificateReply } from "../../../contract/certificate.ts";
import { meaningOf } from "../../../contract/measures.ts";
import { toRepairsReply } from "../../../contract/repairs.ts";
import type { Partition } from "../../../core/overlay/model.ts";
import type { PolygonSources } from "../../../ingest/read-polygons.ts";
import { cellRows } from "../cell-rows.ts";
import type { Field, Table } from "../export.ts";
import { joinShapes } from "../join-shapes.ts";

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
  { name: "depth", type: "integer", meaning: meaningOf("depth") },
  { name: "sources", type: "list", meaning: "Ids of the sources that cover the ground, sorted." },
  { name: "area_m2", type: "real", meaning: meaningOf("area_m2") },
];

export const inputHashes = ({ inputs }: PolygonSources) =>
  inputs.map(({ sha256 }) => (sha256.startsWith("sha256:") ? sha256 : `sha256:${sha256}`));

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
      shapes: joinShapes(partition.cells, partition.holes),
      grid: partition.grid,
      crs: { id: crs, toLonLat },
    },
    about: aboutOverlay(sources, partition, asked),
  };
}

/** Names of files without their folders: where a person keeps them is nobody's business. */
function aboutOverlay(sources: PolygonSources, partition: Partition, asked: OverlayAsked): About {
  const hashes = inputHashes(sources);
  const version = createHash("sha256").update(hashes.join("\n")).digest("hex");
  const files = sources.inputs.map(({ file }) => basename(file));
  const { id, layer, crs, grid } = asked;
  const options = Object.entries({ id, layer, crs, grid }).filter(
    (option): option is [string, string] => option[1] !== undefined,
  );
  const flags = options.map(([name, value]) => ` --${name} ${value}`).join("");
  return {
    title: `Overlay of ${files.join(", ")}`,
    unit: "overlay",
    question: { files: files.join(","), ...Object.fromEntries(options) },
    data_version: `sha256:${version}`,
    areas: sources.crs,
    grid_m: partition.grid.step,
    tolerance_m: null,
    fields: Object.fromEntries(FIELDS.map(({ name, meaning }) => [name, meaning])),
    sources: sources.inputs.map(({ file, features, crs, crsBasis }, i) => ({
      title: basename(file),
      licence: "not stated",
      attribution: "not stated",
      sha256: hashes[i]!,
      features,
      crs,
      crs_basis: crsBasis,
    })),
    certificate_of: "inputs",
    certificate: toCertificateReply(partition.certificate, sources.crs, hashes),
    repairs: toRepairsReply(partition.repairs, (source) => sources.sourceIds[source]!),
    completeness: [],
    citation: `Patchwork, overlay of ${files.join(", ")}${flags}, inputs sha256:${version}, ${partition.certificate.engine}.`,
  };
}
