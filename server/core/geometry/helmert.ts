/**
 * OSGB36 to WGS 84 by seven parameters: right to some 5 m in Great Britain. Enough to know a datum
 * shift that was left out when one sees it; figures go through OSTN15 (national-grid.ts).
 *
 * @source EPSG:1314, the parameters of Ordnance Survey's guide to coordinate systems in Great Britain
 */
const SHIFT_X = 446.448;
const SHIFT_Y = -125.157;
const SHIFT_Z = 542.06;
const SECOND = Math.PI / 180 / 3600;
const TURN_X = 0.15 * SECOND;
const TURN_Y = 0.247 * SECOND;
const TURN_Z = 0.842 * SECOND;
const SCALE = -20.489e-6;

interface Ellipsoid {
  readonly semiMajor: number;
  readonly eccentricitySquared: number;
}

const ofFlattening = (semiMajor: number, flattening: number): Ellipsoid => ({
  semiMajor,
  eccentricitySquared: flattening * (2 - flattening),
});
const AIRY = ofFlattening(6_377_563.396, 1 / 299.3249646);
const WGS84 = ofFlattening(6_378_137, 1 / 298.257223563);

/** OSGB36 longitude and latitude to those of WGS 84; radians. */
export function osgb36ToWgs84(lon: number, lat: number): readonly [number, number] {
  const [x, y, z] = toCartesian(AIRY, lon, lat);
  return fromCartesian(
    WGS84,
    x + SHIFT_X + SCALE * x - TURN_Z * y + TURN_Y * z,
    y + SHIFT_Y + TURN_Z * x + SCALE * y - TURN_X * z,
    z + SHIFT_Z - TURN_Y * x + TURN_X * y + SCALE * z,
  );
}

function toCartesian({ semiMajor, eccentricitySquared }: Ellipsoid, lon: number, lat: number) {
  const radius = semiMajor / Math.sqrt(1 - eccentricitySquared * Math.sin(lat) ** 2);
  return [
    radius * Math.cos(lat) * Math.cos(lon),
    radius * Math.cos(lat) * Math.sin(lon),
    radius * (1 - eccentricitySquared) * Math.sin(lat),
  ] as const;
}

/** Heights are small, so the iteration settles at once. */
function fromCartesian(
  { semiMajor, eccentricitySquared }: Ellipsoid,
  x: number,
  y: number,
  z: number,
): readonly [number, number] {
  const fromAxis = Math.hypot(x, y);
  let lat = Math.atan2(z, fromAxis * (1 - eccentricitySquared));
  for (let round = 0; round < 6; round++) {
    const radius = semiMajor / Math.sqrt(1 - eccentricitySquared * Math.sin(lat) ** 2);
    lat = Math.atan2(z + eccentricitySquared * radius * Math.sin(lat), fromAxis);
  }
  return [Math.atan2(y, x), lat];
}
