import { AppError } from "../../core/errors.ts";
import { shapeKind } from "./shp-shapes.ts";

/** The header states the file's length in 16-bit words at byte 24. */
const HEADER = 100;
const FILE_CODE = 9994;
/** Number and length of a record stand before its content. */
const RECORD_HEADER = 8;
const INDEX_ENTRY = 8;

/** One record: its content, or why it has none that can be trusted. */
export type ShpRecord = { readonly content: Buffer } | { readonly damage: string };

/** A file cut short between two records would only seem to hold fewer, so it is caught here. */
function checkHeader(shp: Buffer, file: string): number {
  if (shp.length < HEADER || shp.readInt32BE(0) !== FILE_CODE) {
    throw new AppError("format/malformed", `${file} is no shapefile.`, { file });
  }
  const type = shp.readInt32LE(32);
  if (type !== 0 && shapeKind(type) === undefined) {
    const message = `${file} states the shape type ${type}, which no shapefile has.`;
    throw new AppError("format/malformed", message, { file, type });
  }
  const stated = 2 * shp.readUInt32BE(24);
  if (shp.length < stated) {
    const message = `${file} is cut short: it has ${shp.length} of the ${stated} bytes it states.`;
    throw new AppError("format/malformed", message, { file, bytes: shp.length, stated });
  }
  return Math.max(stated, HEADER);
}

function recordAt(shp: Buffer, at: number, end: number): ShpRecord {
  if (at < HEADER || at + RECORD_HEADER > end) return { damage: "It begins outside the file." };
  const length = 2 * shp.readInt32BE(at + 4);
  const start = at + RECORD_HEADER;
  if (length < 4) return { damage: `It states a length of ${length} bytes.` };
  if (start + length > end) {
    return { damage: `It states ${length} bytes, but the file ends ${end - start} bytes on.` };
  }
  return { content: shp.subarray(start, start + length) };
}

/** Whether the records follow each other to the very end, so that no index is needed. */
function followEachOther(shp: Buffer, end: number): boolean {
  let at = HEADER;
  while (at < end) {
    const record = recordAt(shp, at, end);
    if ("damage" in record) return false;
    at += RECORD_HEADER + record.content.length;
  }
  return true;
}

/**
 * Where records begin, by the index; `undefined` where it cannot be one of this file: a place lies
 * outside it, or a length is another than the record's, though the records follow each other well.
 */
function indexedStarts(shx: Buffer | undefined, shp: Buffer): readonly number[] | undefined {
  if (shx === undefined || shx.length < HEADER || shx.readInt32BE(0) !== FILE_CODE) {
    return undefined;
  }
  const end = Math.min(shp.length, Math.max(HEADER, 2 * shp.readUInt32BE(24)));
  const count = Math.floor((shx.length - HEADER) / INDEX_ENTRY);
  const starts = Array.from({ length: count }, (_, i) => 2 * shx.readInt32BE(HEADER + 8 * i));
  if (!starts.every((start) => start >= HEADER && start + RECORD_HEADER <= end)) return undefined;
  const fits = starts.every(
    (start, i) => shp.readInt32BE(start + 4) === shx.readInt32BE(HEADER + 8 * i + 4),
  );
  return fits || !followEachOther(shp, end) ? starts : undefined;
}

/** Whether an index is there and can be that of a shapefile. */
export const isIndexOf = (shx: Buffer | undefined, shp: Buffer) =>
  shp.length >= HEADER && indexedStarts(shx, shp) !== undefined;

/**
 * The records of a `.shp` in order: by its index where that is sound, else one behind the other.
 * Without an index, what lies behind a record of wrong length cannot be found and is not told.
 *
 * @throws AppError format/malformed when it is no shapefile or cut short
 */
export function* shpRecords(
  shp: Buffer,
  shx: Buffer | undefined,
  file: string,
): Generator<ShpRecord> {
  const end = checkHeader(shp, file);
  const starts = indexedStarts(shx, shp);
  if (starts !== undefined) {
    for (const start of starts) yield recordAt(shp, start, end);
    return;
  }
  for (let at = HEADER; at < end; ) {
    const record = recordAt(shp, at, end);
    yield record;
    if ("damage" in record) return;
    at += RECORD_HEADER + record.content.length;
  }
}
