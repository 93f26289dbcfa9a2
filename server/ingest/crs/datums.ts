/** How a datum is shifted to WGS 84, and how well that holds. */
export interface DatumShift {
  /** What people call the datum. */
  readonly title: string;
  /** Three or seven numbers as PROJ's `+towgs84` takes them (position vector). */
  readonly towgs84: readonly number[];
  /** Metres by which a point may be off after the shift. */
  readonly accuracy: number;
  /** Where that holds. */
  readonly where: string;
}

const OSGB: DatumShift = {
  title: "OSGB36",
  towgs84: [446.448, -125.157, 542.06, 0.15, 0.247, 0.842, -20.489],
  accuracy: 5,
  where: "in Great Britain",
};
const IRELAND: DatumShift = {
  title: "Ireland 1965",
  towgs84: [482.5, -130.6, 564.6, -1.042, -0.214, -0.631, 8.15],
  accuracy: 1,
  where: "in Ireland",
};
const ED50: DatumShift = {
  title: "ED50",
  towgs84: [-87, -98, -121],
  accuracy: 10,
  where: "in western Europe",
};
const NAD27: DatumShift = {
  title: "NAD27",
  towgs84: [-8, 160, 176],
  accuracy: 10,
  where: "in the United States without Alaska",
};

/**
 * Datums by the names that files give them.
 * @source EPSG operations 1314 (OSGB36), 1641 (TM65), 1133 (ED50), 1173 (NAD27)
 */
export const DATUM_SHIFTS: ReadonlyMap<string, DatumShift> = new Map([
  ["osgb1936", OSGB],
  ["osgb36", OSGB],
  ["ordnancesurveyofgreatbritain1936", OSGB],
  ["tm65", IRELAND],
  ["tm75", IRELAND],
  ["ireland1965", IRELAND],
  ["geodeticdatumof1965", IRELAND],
  ["osni1952", IRELAND],
  ["ed50", ED50],
  ["european1950", ED50],
  ["europeandatum1950", ED50],
  ["nad27", NAD27],
  ["northamerican1927", NAD27],
  ["northamericandatum1927", NAD27],
]);

/** Whether a datum is WGS 84 to a metre or two, by the ellipsoid that it and its kin rest on. */
export const isModern = ({ a, rf }: { readonly a: number; readonly rf: number }) =>
  Math.abs(a - 6_378_137) < 0.5 && Math.abs(rf - 298.257) < 0.01;

/** Whether a datum is the one that OSTN15 shifts. */
export const isOsgb = (datum: string | undefined) =>
  datum !== undefined && DATUM_SHIFTS.get(datum) === OSGB;
