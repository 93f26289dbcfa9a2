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

/** What a caller may want to hear while a file is read. */
export interface ReadOptions {
  /** Told of the file's bytes as stored, in order: for its hash and for progress. */
  readonly onBytes?: (bytes: Uint8Array) => void;
  /** Told of the coordinate reference system that the file states: a name or well-known text. */
  readonly onCrs?: (text: string) => void;
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
   * Reads the features in file order. A geometry that is not of polygons is refused.
   *
   * @throws AppError file/missing, file/unreadable, file/empty, format/malformed,
   *   geometry/not-polygon, geometry/coordinate
   */
  readonly read: (path: string, options?: ReadOptions) => AsyncIterable<PolygonFeature>;
}
