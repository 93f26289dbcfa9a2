import { createHash } from "node:crypto";
import type { PolygonFeature } from "./formats/format.ts";
import { formatOf } from "./formats/registry.ts";

/** What stands in a file, before the system of its coordinates is settled. */
export interface FileContent {
  /** Hexadecimal SHA-256 of the file as stored. */
  readonly sha256: string;
  /** The system that the file states. */
  readonly stated: string | undefined;
  readonly features: readonly PolygonFeature[];
}

/**
 * Reads the features of a file, in file order.
 *
 * @param onBytes told of each chunk as it is stored; what it throws ends the reading
 * @throws AppError of the format's reader, format/unknown
 */
export async function readContent(
  path: string,
  onBytes: (bytes: Uint8Array) => void,
): Promise<FileContent> {
  const format = await formatOf(path);
  const hash = createHash("sha256");
  let stated: string | undefined;
  const features: PolygonFeature[] = [];
  const reading = format.read(path, {
    onBytes: (chunk) => {
      onBytes(chunk);
      hash.update(chunk);
    },
    onCrs: (text) => {
      stated ??= text;
    },
  });
  for await (const feature of reading) features.push(feature);
  return { sha256: hash.digest("hex"), stated, features };
}
