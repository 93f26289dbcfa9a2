import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Note, PolygonFeature, ReadOptions } from "./formats/format.ts";
import { recognise } from "./formats/registry.ts";
import { beyond, checkFields, type Limits, limitsWith, timer } from "./limits.ts";

/** What stands in a file, before the system of its coordinates is settled. */
export interface FileContent {
  /** Hexadecimal SHA-256 of the file as stored. */
  readonly sha256: string;
  /** The system that the file states. */
  readonly stated: string | undefined;
  readonly features: readonly PolygonFeature[];
  /** What holds for the file as a whole, in the order in which it was found. */
  readonly notes: readonly Note[];
}

/** What is to be heard while a file is read, and of how much of it. */
export type ContentOptions = Pick<ReadOptions, "onBytes" | "onFinding" | "layer" | "limits">;

/** Counts features and their vertices and fields, and refuses what goes beyond a limit. */
export function featureMeter(limits: Limits, file: string): (feature: PolygonFeature) => void {
  let features = 0;
  let vertices = 0;
  return ({ xy, properties }) => {
    if (++features > limits.features) throw beyond("features", limits, file);
    vertices += xy.length / 2;
    if (vertices > limits.vertices) throw beyond("vertices", limits, file);
    checkFields(properties, limits, file);
  };
}

/**
 * Reads the features of a file, in file order.
 *
 * @throws AppError of the format's reader, format/unknown, a limit's; and what `onBytes` throws,
 *   which ends the reading
 */
export async function readContent(
  path: string,
  { onBytes, onFinding, layer, limits: overrides }: ContentOptions = {},
): Promise<FileContent> {
  const { format, notes: said } = await recognise(path);
  const file = basename(path);
  const limits = limitsWith(overrides);
  const tick = timer(limits, file);
  const meter = featureMeter(limits, file);
  const hash = createHash("sha256");
  let stated: string | undefined;
  const features: PolygonFeature[] = [];
  const notes: Note[] = [...said];
  const reading = format.read(path, {
    layer,
    limits: overrides,
    ...(onFinding && { onFinding }),
    onBytes: (chunk) => {
      tick();
      onBytes?.(chunk);
      hash.update(chunk);
    },
    onCrs: (text) => {
      stated ??= text;
    },
    onNote: (note) => void notes.push(note),
  });
  for await (const feature of reading) {
    meter(feature);
    features.push(feature);
  }
  return { sha256: hash.digest("hex"), stated, features, notes };
}
