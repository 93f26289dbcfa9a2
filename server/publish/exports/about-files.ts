import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { About } from "../../contract/about.ts";
import type { Partition } from "../../core/overlay/model.ts";
import type { PolygonSources } from "../../ingest/read-polygons.ts";
import { toCertificateReply } from "../certificate-reply.ts";
import { toRepairsReply } from "../repairs-reply.ts";
import { aboutFields } from "./about-fields.ts";
import type { Field } from "./export.ts";

export const inputHashes = ({ inputs }: PolygonSources) =>
  inputs.map(({ sha256 }) => (sha256.startsWith("sha256:") ? sha256 : `sha256:${sha256}`));

/** What is said of an answer that rests on files alone. */
export interface FilesAsked {
  readonly unit: "overlay" | "fit";
  /** What was done to the files, for the title and the citation: "overlay of a, b". */
  readonly done: (files: readonly string[]) => string;
  /** Options that change the answer, as they were given. */
  readonly options: Readonly<Record<string, string | undefined>>;
  /** Metres. */
  readonly tolerance: number | null;
  readonly fields: readonly Field[];
  readonly nameOf: (source: number) => string;
}

/** Names of files without their folders: where a person keeps them is nobody's business. */
export function aboutFiles(
  sources: PolygonSources,
  partition: Partition,
  asked: FilesAsked,
): About {
  const hashes = inputHashes(sources);
  const version = createHash("sha256").update(hashes.join("\n")).digest("hex");
  const files = sources.inputs.map(({ file }) => basename(file));
  const options = Object.entries(asked.options).filter(
    (option): option is [string, string] => option[1] !== undefined,
  );
  const flags = options.map(([name, value]) => ` --${name} ${value}`).join("");
  const done = asked.done(files);
  return {
    title: `${done.charAt(0).toUpperCase()}${done.slice(1)}`,
    unit: asked.unit,
    question: { files: files.join(","), ...Object.fromEntries(options) },
    data_version: `sha256:${version}`,
    areas: sources.crs,
    grid_m: partition.grid.step,
    tolerance_m: asked.tolerance,
    ...aboutFields(asked.fields),
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
    repairs: toRepairsReply(partition.repairs, asked.nameOf),
    completeness: [],
    citation: `Patchwork, ${done}${flags}, inputs sha256:${version}, ${partition.certificate.engine}.`,
  };
}
