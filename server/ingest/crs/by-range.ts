import { AppError } from "../../core/errors.ts";
import { type Bounds, boundsWithin } from "../../core/geometry/bounds.ts";

const DEGREES: Bounds = [-180, -90, 180, 90];
/** Latitudes of the British Isles where longitudes should be, and their longitudes for latitudes. */
const SWAPPED: Bounds = [49, -11, 61.5, 2.5];

/** A system that the coordinates of a file here could be in, and the ground that it is used on. */
interface Candidate {
  readonly epsg: number;
  readonly title: string;
  readonly sheet: Bounds;
}

const CANDIDATES: readonly Candidate[] = [
  { epsg: 27700, title: "the British National Grid", sheet: [0, 0, 700_000, 1_300_000] },
  { epsg: 29903, title: "the Irish Grid", sheet: [10_000, 10_000, 370_000, 470_000] },
  { epsg: 2157, title: "Irish Transverse Mercator", sheet: [410_000, 510_000, 780_000, 970_000] },
  { epsg: 3857, title: "Web Mercator", sheet: [-1_250_000, 6_300_000, 300_000, 8_800_000] },
  { epsg: 3035, title: "Europe's LAEA grid", sheet: [2_900_000, 3_000_000, 4_000_000, 4_400_000] },
  { epsg: 32630, title: "a UTM zone (30 north)", sheet: [180_000, 5_480_000, 820_000, 6_900_000] },
];

const named = ({ title, epsg }: Candidate) => `${title} (EPSG:${epsg})`;

/**
 * Settles what the range of the coordinates can say of a file that states no system: whether they
 * are degrees, longitude first. Everything else is a question, with what it could be.
 *
 * @param known what a person may write after --crs
 * @throws AppError crs/unknown, which asks
 */
export function expectDegrees(bounds: Bounds, file: string, known: string): void {
  const detail = { file, bounds };
  if (boundsWithin(bounds, SWAPPED)) {
    const message = `${file} states no coordinate reference system, and its coordinates look like Great Britain or Ireland with latitude before longitude. Save it with longitude first; if it does lie in the Indian Ocean, give --crs EPSG:4326.`;
    throw new AppError("crs/unknown", message, detail);
  }
  if (boundsWithin(bounds, DEGREES)) return;
  const range = bounds.map((value) => Math.round(value)).join(", ");
  const found = `${file} states no coordinate reference system, and its coordinates (${range}) are no degrees.`;
  const candidates = CANDIDATES.filter(({ sheet }) => boundsWithin(bounds, sheet));
  const [only, second] = candidates;
  const advice =
    only === undefined
      ? `Give one with --crs: ${known}.`
      : second === undefined
        ? `They look like ${only.title}: if so, give --crs EPSG:${only.epsg}.`
        : `They could be ${candidates.map(named).join(" or ")}: give the right one with --crs.`;
  throw new AppError("crs/unknown", `${found} ${advice}`, {
    ...detail,
    candidates: candidates.map(({ epsg }) => `EPSG:${epsg}`),
  });
}
