/**
 * What an export is made of. A unit (cells, places, ...) answers a question with a table; a format
 * writes any table. Neither knows the other, so every unit has every format that its ground allows.
 */
import type { About } from "../../contract/about.ts";
import type { Grid, Shapes } from "../../core/overlay/model.ts";

/** `null` is unknown; a list is a set of ids, sorted. */
export type Value = string | number | null | readonly string[];

export interface Field {
  readonly name: string;
  readonly type: "text" | "integer" | "real" | "list";
  /** In words for people. */
  readonly meaning: string;
  /** Id of the rule behind it; only what machines read carries it. */
  readonly definition?: string;
}

/** Where the rows lie: shape n belongs to row n, and may have no polygon. */
export interface Ground {
  readonly shapes: Shapes;
  readonly grid: Grid;
  readonly crs: GroundCrs;
}

export interface GroundCrs {
  /** `EPSG:27700`, or a PROJ string of Lambert azimuthal equal area. */
  readonly id: string;
  /** Metres in, degrees out (longitude, latitude by turns), in place. */
  readonly toLonLat: (xy: Float64Array) => void;
}

/** Rows in a settled order. The first field is the row's id. */
export interface Table {
  readonly unit: string;
  readonly fields: readonly Field[];
  readonly rows: readonly (readonly Value[])[];
  readonly ground: Ground | undefined;
  readonly about: About;
}

export type Chunk = string | Uint8Array;

export interface ExportFormat {
  readonly id: string;
  readonly title: string;
  readonly mediaType: string;
  /** Whether the file has room for {@link About}; where not, it stands in a file beside it. */
  readonly about: "inside" | "beside";
  /** Whether only a table with ground can be written. */
  readonly needsGround: boolean;
  /** Ids of the units that it can hold; all where absent. */
  readonly units?: readonly string[];
  /** The same table gives the same bytes. */
  readonly write: (table: Table) => Iterable<Chunk>;
}

/** The file beside an export: what it carries, as JSON. */
export const aboutText = (about: About) => `${JSON.stringify(about, null, 2)}\n`;

/** Bytes of a file, counted. */
export function sizeOf(chunks: Iterable<Chunk>): number {
  let size = 0;
  for (const chunk of chunks)
    size += typeof chunk === "string" ? Buffer.byteLength(chunk) : chunk.length;
  return size;
}
