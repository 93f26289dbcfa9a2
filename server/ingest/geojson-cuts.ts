import { type FileHandle, open } from "node:fs/promises";
import { geojson } from "./formats/geojson.ts";
import { formatOf } from "./formats/registry.ts";

/** Bytes of a file that one thread parses: `from` up to `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch takes some 30 ms; a file of less than two is not worth cutting. */
const STRETCH = 1 << 22;
const MOST_STRETCHES = 64;
/** How far a feature's beginning is looked for. */
const WINDOW = 1 << 20;
/** Where a feature begins after another, as nearly all programs write it. */
const SEAM = /,\s*\{\s*"type"\s*:\s*"Feature"/;

/**
 * Places where a GeoJSON file can probably be cut between two features of its one collection, as
 * stretches without the comma between them. Whether a place was right only shows when the stretch
 * before it has been parsed: see read-stretch.ts.
 *
 * @returns one stretch, the whole file, where it is small, zipped, of another kind or unusual
 * @throws AppError format/unknown, file/missing, file/unreadable, file/empty
 */
export async function cutGeoJson(path: string, size: number): Promise<readonly Stretch[]> {
  const whole = [{ from: 0, to: size }];
  const parts = Math.min(MOST_STRETCHES, Math.floor(size / STRETCH));
  if (parts < 2 || (await formatOf(path)) !== geojson) return whole;
  const file = await open(path);
  try {
    if (!isPlainCollection(await textAt(file, 0))) return whole;
    const stretches: Stretch[] = [];
    let from = 0;
    for (let part = 1; part < parts; part++) {
      const guess = Math.floor((size / parts) * part);
      if (guess <= from) continue;
      const seam = SEAM.exec(await textAt(file, guess));
      if (seam === null) continue;
      stretches.push({ from, to: guess + seam.index });
      from = guess + seam.index + 1;
    }
    return [...stretches, { from, to: size }];
  } finally {
    await file.close();
  }
}

async function textAt(file: FileHandle, position: number): Promise<string> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(WINDOW), 0, WINDOW, position);
  return buffer.toString("latin1", 0, bytesRead);
}

/**
 * Whether what stands before the first feature leaves nothing to remember but that a collection
 * began: no member of a geometry, and no name that could hide one behind an escape.
 */
function isPlainCollection(text: string): boolean {
  const head = text.slice(0, Math.max(0, text.indexOf('"Feature"')));
  return (
    head.split('"features"').length === 2 &&
    /"type"\s*:\s*"FeatureCollection"/.test(head) &&
    !/\\|"coordinates"|"geometries"/.test(head)
  );
}
