/**
 * A grid of shifts between two datums, such as OSTN15 between OSGB36 and ETRS89: at each node the
 * seconds of arc to add to a longitude and latitude of the first to reach the second. Between nodes
 * it is read bilinearly, as the NTv2 format has it. Plain values: the shifts may lie in shared
 * memory and serve many workers.
 */
export interface ShiftGrid {
  /** Degrees; node (0, 0) is the south-west corner. */
  readonly west: number;
  readonly south: number;
  /** Degrees between nodes. */
  readonly stepLon: number;
  readonly stepLat: number;
  readonly columns: number;
  readonly rows: number;
  /** Seconds of arc, east then north for each node, eastward along rows that follow northward. */
  readonly shifts: Float32Array;
}

/** A point on the rim is inside though rounding has put it this many degrees (0.01 mm) outside. */
const RIM = 1e-10;
/** The inverse has settled when a repeat moves it by no more than this: 0.01 mm on the ground. */
const SETTLED = 1e-10;
/** Three repeats settle it in Great Britain, five where the grid is steepest, over the sea. */
const MOST_REPEATS = 10;

/** Whether a longitude and latitude in degrees lie on the grid; false for what is no number. */
function covers(grid: ShiftGrid, lon: number, lat: number): boolean {
  return (
    lon >= grid.west - RIM &&
    lat >= grid.south - RIM &&
    lon <= grid.west + (grid.columns - 1) * grid.stepLon + RIM &&
    lat <= grid.south + (grid.rows - 1) * grid.stepLat + RIM
  );
}

/** Leaves the shift at a point, in degrees, in `shift`. Outside, the nearest square is prolonged. */
function shiftAt(grid: ShiftGrid, lon: number, lat: number, shift: Float64Array): void {
  const { shifts, columns } = grid;
  const u = (lon - grid.west) / grid.stepLon;
  const v = (lat - grid.south) / grid.stepLat;
  const column = Math.min(Math.max(Math.floor(u), 0), columns - 2);
  const row = Math.min(Math.max(Math.floor(v), 0), grid.rows - 2);
  const east = u - column;
  const north = v - row;
  const sw = 2 * (row * columns + column);
  const nw = sw + 2 * columns;
  const wSW = (1 - east) * (1 - north);
  const wSE = east * (1 - north);
  const wNW = (1 - east) * north;
  const wNE = east * north;
  shift[0] =
    (wSW * shifts[sw]! + wSE * shifts[sw + 2]! + wNW * shifts[nw]! + wNE * shifts[nw + 2]!) / 3600;
  shift[1] =
    (wSW * shifts[sw + 1]! +
      wSE * shifts[sw + 3]! +
      wNW * shifts[nw + 1]! +
      wNE * shifts[nw + 3]!) /
    3600;
}

/**
 * Moves points from the grid's first datum to its second, in place.
 *
 * @param lonLat degrees, longitude and latitude of each point by turns; NaN for a point off the grid
 * @returns index of the first point off the grid, or -1
 */
export function addShifts(grid: ShiftGrid, lonLat: Float64Array): number {
  const shift = new Float64Array(2);
  let outside = -1;
  for (let i = 0; i < lonLat.length; i += 2) {
    const lon = lonLat[i]!;
    const lat = lonLat[i + 1]!;
    if (covers(grid, lon, lat)) {
      shiftAt(grid, lon, lat, shift);
      lonLat[i] = lon + shift[0]!;
      lonLat[i + 1] = lat + shift[1]!;
    } else {
      lonLat[i] = Number.NaN;
      lonLat[i + 1] = Number.NaN;
      if (outside < 0) outside = i / 2;
    }
  }
  return outside;
}

/**
 * Leaves in `shift` the shift, in degrees, of the point that it brings to a given one: by repeated
 * correction, each of which leaves under a fiftieth of the error.
 */
function shiftOnto(grid: ShiftGrid, lon: number, lat: number, shift: Float64Array): void {
  shift.fill(0);
  for (let repeat = 0; repeat < MOST_REPEATS; repeat++) {
    const east = shift[0]!;
    const north = shift[1]!;
    shiftAt(grid, lon - east, lat - north, shift);
    const moved = Math.abs(shift[0]! - east) + Math.abs(shift[1]! - north);
    if (!(moved > SETTLED)) return;
  }
}

/**
 * Moves points from the grid's second datum to its first, in place: the inverse of
 * {@link addShifts}.
 *
 * @param lonLat degrees, longitude and latitude of each point by turns; NaN for a point off the grid
 * @returns index of the first point off the grid, or -1
 */
export function removeShifts(grid: ShiftGrid, lonLat: Float64Array): number {
  const shift = new Float64Array(2);
  let outside = -1;
  for (let i = 0; i < lonLat.length; i += 2) {
    shiftOnto(grid, lonLat[i]!, lonLat[i + 1]!, shift);
    const lon = lonLat[i]! - shift[0]!;
    const lat = lonLat[i + 1]! - shift[1]!;
    const inside = covers(grid, lon, lat);
    lonLat[i] = inside ? lon : Number.NaN;
    lonLat[i + 1] = inside ? lat : Number.NaN;
    if (!inside && outside < 0) outside = i / 2;
  }
  return outside;
}
