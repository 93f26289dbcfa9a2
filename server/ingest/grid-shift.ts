import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { AppError } from "../core/errors.ts";
import type { ShiftGrid } from "../core/geometry/shift-grid.ts";

const OSTN15 = new URL("../../data/reference/OSTN15_NTv2_OSGBtoETRS.gsb.gz", import.meta.url);
/** Records of 16 bytes: 11 of the file, 11 of its one grid, then the nodes, 4 floats each. */
const RECORD = 16;
const FILE_RECORDS = 11;
const HEADER = 22 * RECORD;

/** The values of the grid's own header, by name. */
function gridHeader(view: DataView): (name: string) => number {
  const offsets = new Map<string, number>();
  for (let at = FILE_RECORDS * RECORD; at < HEADER; at += RECORD) {
    let name = "";
    for (let i = 0; i < 8; i++) name += String.fromCharCode(view.getUint8(at + i));
    offsets.set(name.trim(), at + 8);
  }
  return (name) => {
    const at = offsets.get(name);
    if (at === undefined) throw new AppError("file/unreadable", `The shift grid has no ${name}.`);
    return view.getFloat64(at, true);
  };
}

/**
 * Reads an NTv2 file of one grid (little-endian, shifts in seconds), the form OSTN15 comes in.
 * NTv2 counts longitude westward and lists nodes from the south-east; here both run eastward.
 *
 * @returns the grid, its shifts in shared memory
 * @throws AppError file/unreadable when the bytes are not such a file
 */
export function parseNtv2(bytes: Uint8Array): ShiftGrid {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getInt32(8, true) !== FILE_RECORDS) {
    throw new AppError("file/unreadable", "The shift grid is not a little-endian NTv2 file.");
  }
  const header = gridHeader(view);
  const stepLon = header("LONG_INC");
  const stepLat = header("LAT_INC");
  const columns = Math.round((header("W_LONG") - header("E_LONG")) / stepLon) + 1;
  const rows = Math.round((header("N_LAT") - header("S_LAT")) / stepLat) + 1;
  if (bytes.length < HEADER + columns * rows * RECORD) {
    throw new AppError("file/unreadable", "The shift grid ends before its last node.");
  }
  const shifts = new Float32Array(new SharedArrayBuffer(8 * columns * rows));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const from = HEADER + RECORD * (row * columns + columns - 1 - column);
      const to = 2 * (row * columns + column);
      shifts[to] = -view.getFloat32(from + 4, true);
      shifts[to + 1] = view.getFloat32(from, true);
    }
  }
  const degrees = (seconds: number) => seconds / 3600;
  return {
    west: -degrees(header("W_LONG")),
    south: degrees(header("S_LAT")),
    stepLon: degrees(stepLon),
    stepLat: degrees(stepLat),
    columns,
    rows,
    shifts,
  };
}

let held: ShiftGrid | undefined;

function read(): ShiftGrid {
  try {
    return parseNtv2(gunzipSync(readFileSync(OSTN15)));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError(
      "file/unreadable",
      "The OSTN15 shift grid in data/reference cannot be read; take it from a fresh checkout.",
      { file: fileURLToPath(OSTN15), cause: String(cause) },
    );
  }
}

/**
 * The OSTN15 grid of data/reference, read at the first call and kept for the life of the process.
 * Its shifts lie in shared memory, so a worker can be handed them without a copy.
 *
 * @throws AppError file/unreadable when the file is missing or damaged
 */
export function shiftGrid(): ShiftGrid {
  held ??= read();
  return held;
}

/** As {@link shiftGrid}, for those who wait: so that a failure is theirs to catch. */
export async function loadShiftGrid(): Promise<ShiftGrid> {
  return shiftGrid();
}
