import type { RingBuilder } from "./ring-builder.ts";
import type { Tell } from "./tell.ts";
import { addWkb, WkbFault } from "./wkb.ts";

/** "GP", version, flags and the system's number, before the box. */
const HEADER = 8;
/** Bytes of the box by its kind: none, x and y, with z, with m, with both (OGC 12-128r17). */
const BOX = [0, 32, 48, 48, 64] as const;
const EMPTY = 0x10;

/** Lays down the polygons of a GeoPackage blob; without any there is a finding that says why. */
export function addGeopackageBlob(blob: unknown, builder: RingBuilder, tell: Tell): void {
  if (blob === null || blob === undefined) {
    tell("geometry/null", "There is no geometry.");
    return;
  }
  if (!Buffer.isBuffer(blob) || blob.length < HEADER || blob.toString("latin1", 0, 2) !== "GP") {
    tell("record/damaged", "Its shape is no GeoPackage geometry.");
    return;
  }
  const flags = blob[3]!;
  const box = BOX[(flags >> 1) & 7];
  if (box === undefined) {
    tell("record/damaged", "The head of its shape is damaged.");
    return;
  }
  if (flags & EMPTY) {
    tell("geometry/null", "Its geometry is empty.");
    return;
  }
  const mark = builder.mark();
  let lost = false;
  try {
    addWkb(blob, HEADER + box, builder, (...found) => {
      lost ||= found[0] !== "geometry/unclosed-ring";
      tell(...found);
    });
    if (!lost && builder.mark().polygons === mark.polygons) {
      tell("geometry/null", "Its geometry is empty.");
    }
  } catch (cause) {
    if (!(cause instanceof WkbFault)) throw cause;
    builder.backTo(mark);
    tell("record/damaged", `Its shape is damaged: ${cause.message}`);
  }
}
