/** What goes into the partition and what comes out: flat typed arrays, free to move to a worker. */

/** The integer grid that all coordinates are snapped to before anything is computed. */
export interface Grid {
  /** Metres between grid lines. */
  readonly step: number;
  /** Metres; grid coordinate (0, 0) lies here. */
  readonly originX: number;
  readonly originY: number;
}

/**
 * Polygons that belong to numbered shapes. Within one polygon the rings are read even-odd; the
 * polygons of one shape are united. Rings are closed implicitly: the first vertex is not repeated.
 */
export interface Shapes {
  /** How many shapes there are; some may have no polygon. */
  readonly count: number;
  /** Polygon -> its shape. */
  readonly polygonShape: Int32Array;
  /** Polygon -> its first ring; one entry more than polygons. */
  readonly polygonRing: Int32Array;
  /** Ring -> its first vertex; one entry more than rings. */
  readonly ringVertex: Int32Array;
  /** x, y of each vertex in grid steps. */
  readonly xy: Int32Array;
  /**
   * Ring -> its signed area in square metres before it was put on the grid; NaN where unknown.
   * The certificate then counts what the grid changed as well as what noding changed.
   */
  readonly ringArea?: Float64Array;
}

/** Lists of small integers laid end to end: list `i` is `ids[start[i]]` up to `ids[start[i + 1]]`. */
export interface Lists {
  readonly start: Int32Array;
  readonly ids: Int32Array;
}

/** A departure from the input that the engine made so that the result is well defined. */
export interface Repair {
  /** Index of the source. */
  readonly source: number;
  readonly code: "parts-overlap" | "self-crossing" | "ring-repeated" | "zero-area" | "spike";
  /** Area of the source after less before, square metres: `parts-overlap` takes away. */
  readonly areaChange: number;
}

/** Proof that a result is right, from two checks in separate code. See docs/engine.md. */
export interface Certificate {
  readonly passed: boolean;
  /** Cells against each source's own noded rings: exact, so 0 when right. */
  readonly conservationRelative: number;
  /** Noded area against input area, summed over sources, relative to the total; 1 if all vanished. */
  readonly snapChangeRelative: number;
  /** The largest distance in metres that a vertex lies from where its line ran. */
  readonly snapDrift: number;
  /** Passes of snap rounding, the last of which found nothing. */
  readonly passes: number;
  /** Bounds that are broken: snap change, drift, pairs, footprint, areas; see certificate.ts. */
  readonly boundsViolations: number;
  /** The version of the engine. */
  readonly engine: string;
  readonly grid: Grid;
}

/** The planar partition. Cells and holes stand in canonical order, rings in canonical form. */
export interface Partition {
  readonly grid: Grid;
  readonly sourceCount: number;
  /** Ground covered by exactly one set of sources; a cell may have many polygons. */
  readonly cells: Shapes;
  /** Cell -> indices of its sources, ascending. */
  readonly cellSources: Lists;
  /** Square metres, one a cell. */
  readonly cellArea: Float64Array;
  /** Ground enclosed by sources and covered by none: one polygon a hole. */
  readonly holes: Shapes;
  /** Square metres, one a hole. */
  readonly holeArea: Float64Array;
  /** Square metres of each source after noding (its polygons united). */
  readonly sourceArea: Float64Array;
  /** Square metres by which the grid and noding changed each source; the certificate bounds it. */
  readonly snapChange?: Float64Array;
  readonly repairs: readonly Repair[];
  readonly certificate: Certificate;
}

/** Square metres that pairs of sources share, if any; `a[i] < b[i]`, sorted by a, then b. */
export interface PairAreas {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly area: Float64Array;
}

/** Told as work goes on: the stage's name and how much of the whole is done, 0 to 1. */
export type Progress = (stage: string, share: number) => void;
