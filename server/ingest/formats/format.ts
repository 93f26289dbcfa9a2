import type { Limits } from "../limits.ts";

/**
 * One feature of a polygon file, in the file's own coordinates. Rings are closed implicitly: a last
 * vertex equal to the first is left out. Within a polygon the first ring is the outer one.
 */
export interface PolygonFeature {
  /** Position in the file, from 0. */
  readonly index: number;
  /** The feature's own id, as text. */
  readonly id: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
  /** x and y of each vertex by turns. */
  readonly xy: Float64Array;
  /** Ring -> its first vertex; one entry more than rings. */
  readonly ringVertex: Int32Array;
  /** Polygon -> its first ring; one entry more than polygons. No polygon: the geometry was null. */
  readonly polygonRing: Int32Array;
  /** How many rings of three or more vertices did not end where they began. */
  readonly openRings: number;
}

/**
 * What a reader may find at one feature:
 * - `geometry/null`: there is no geometry, or an empty one;
 * - `geometry/not-polygon`: a point, a line, or a curve; `detail.type` names it;
 * - `geometry/coordinate`: a coordinate that is no finite number, or is missing;
 * - `geometry/unclosed-ring`: a ring that does not end where it began;
 * - `geometry/stray-hole`: a hole that lies in no outer ring of its feature; it is read as an outer;
 * - `record/damaged`: a record that breaks the rules of its format.
 */
export type FindingCode =
  | "geometry/null"
  | "geometry/not-polygon"
  | "geometry/coordinate"
  | "geometry/unclosed-ring"
  | "geometry/stray-hole"
  | "record/damaged";

/** Something that a reader found at one feature and that did not keep it from going on. */
export interface Finding {
  readonly code: FindingCode;
  /** {@link PolygonFeature.index} of the feature that it is about, which comes after its findings. */
  readonly feature: number;
  /** x and y in the file's own coordinates; `undefined` where nothing has a place. */
  readonly place: readonly [x: number, y: number] | undefined;
  /** What was found, as one sentence that names neither file nor feature. */
  readonly message: string;
  /** Plain values that say more: the kind of geometry, a ring's number. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Something about the file as a whole that its reader supplied, passed over or could not know. */
export interface Note {
  readonly code: NoteCode;
  /** One sentence that names the file. */
  readonly message: string;
}

/**
 * - `file/no-attributes`: its attributes lie in a file that is not there;
 * - `file/no-index`: its index is not there; nothing hangs on that;
 * - `file/encoding`: the encoding of its texts is not stated, or not known, and was assumed;
 * - `file/left-out`: part of it was not read, as it is not of the kind asked for;
 * - `file/extension`: its name says another kind than its content;
 * - `file/renamed`: two fields had one name;
 * - `crs/accuracy`: the way from its coordinates to WGS 84 is only known to some metres.
 */
export type NoteCode =
  | "file/no-attributes"
  | "file/no-index"
  | "file/encoding"
  | "file/left-out"
  | "file/extension"
  | "file/renamed"
  | "crs/accuracy";

/** One layer of a file that can hold several. */
export interface Layer {
  /** What it is called: `--layer` takes this. */
  readonly name: string;
  /** What the file says that it holds; `undefined` where it does not say. */
  readonly geometry: "polygon" | "line" | "point" | "mixed" | "none" | undefined;
  /** Features, where the file says how many without being read. */
  readonly features: number | undefined;
}

/** What a caller may want to hear while a file is read, and of how much. */
export interface ReadOptions {
  /** Told of the file's bytes as stored, in order: for its hash and for progress. */
  readonly onBytes?: (bytes: Uint8Array) => void;
  /** Told of the coordinate reference system that the file states: a name or well-known text. */
  readonly onCrs?: (text: string) => void;
  /** Told of what holds for the file as a whole. */
  readonly onNote?: (note: Note) => void;
  /**
   * Told of what is wrong with single features, so that the reading goes on. A feature whose
   * geometry could not be taken comes without a polygon; of a feature with several geometries the
   * polygons are kept. Without this, the first such thing is refused.
   */
  readonly onFinding?: (finding: Finding) => void;
  /** The one layer to read, by name. */
  readonly layer?: string | undefined;
  /** Overrides of the stated limits, for tests. */
  readonly limits?: Partial<Limits> | undefined;
}

/** A kind of file that holds polygons. */
export interface Format {
  /** Never renamed: it stands in the API and on the command line. */
  readonly id: string;
  readonly title: string;
  /** Lower case, with the dot; a `.gz` after it is allowed for where `gzip` says so. */
  readonly extensions: readonly string[];
  readonly gzip: boolean;
  /**
   * Whether a file that begins with these bytes is of this kind, whatever it is called; left out
   * where the first bytes do not tell.
   */
  readonly sniff?: (head: Buffer) => boolean;
  /**
   * The layers of a file, in its order; left out where a file is one layer.
   *
   * @throws AppError as `read` does
   */
  readonly layers?: (path: string, options?: ReadOptions) => Promise<readonly Layer[]>;
  /**
   * Reads the features in file order. A geometry that is not of polygons is refused, unless
   * `onFinding` is there to hear of it.
   *
   * @throws AppError file/missing, file/unreadable, file/empty, format/malformed, format/layer,
   *   geometry/not-polygon, geometry/coordinate, archive/unsafe, and a limit's
   */
  readonly read: (path: string, options?: ReadOptions) => AsyncIterable<PolygonFeature>;
}
