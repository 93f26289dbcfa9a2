/**
 * The transverse Mercator projection of the British National Grid on the Airy 1830 ellipsoid, by
 * the series of Krüger. Four terms leave out some 0.1 micrometre in Great Britain.
 *
 * @source Karney (2011), Transverse Mercator with an accuracy of a few nanometers, J. Geodesy 85,
 *   equations 7 to 9, 19 to 21, 35 and 36; the constants are those of EPSG:27700 and EPSG:7001.
 */

const SEMI_MAJOR = 6_377_563.396;
const FLATTENING = 1 / 299.3249646;
const CENTRAL_SCALE = 0.9996012717;
const ORIGIN_LON = (-2 * Math.PI) / 180;
const ORIGIN_LAT = (49 * Math.PI) / 180;
const FALSE_EASTING = 400_000;
const FALSE_NORTHING = -100_000;

const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

/** The third flattening and its powers. */
const N1 = FLATTENING / (2 - FLATTENING);
const N2 = N1 * N1;
const N3 = N2 * N1;
const N4 = N3 * N1;

/** Metres on the grid for one radian of the rectifying latitude. */
const RADIUS = ((CENTRAL_SCALE * SEMI_MAJOR) / (1 + N1)) * (1 + N2 / 4 + N4 / 64);

/** From conformal to rectifying (alpha) and back (beta, with its sign), Karney 35 and 36. */
const ALPHA = Float64Array.of(
  N1 / 2 - (2 * N2) / 3 + (5 * N3) / 16 + (41 * N4) / 180,
  (13 * N2) / 48 - (3 * N3) / 5 + (557 * N4) / 1440,
  (61 * N3) / 240 - (103 * N4) / 140,
  (49_561 * N4) / 161_280,
);
const BETA = Float64Array.of(
  -(N1 / 2 - (2 * N2) / 3 + (37 * N3) / 96 - N4 / 360),
  -(N2 / 48 + N3 / 15 - (437 * N4) / 1440),
  -((17 * N3) / 480 - (37 * N4) / 840),
  -((4397 * N4) / 161_280),
);

/**
 * Tangent of the conformal latitude, from the sine and cosine of the geodetic one (Karney 7 to 9).
 * The ellipsoid is so nearly a sphere that short series give the inverse hyperbolic tangent (to
 * the eleventh power) and the hyperbolic sine (to the fifth) to the last digit of a double.
 */
function conformalTangent(sine: number, cosine: number): number {
  const square = ECCENTRICITY_SQUARED * sine * sine;
  const tail = 1 / 5 + square * (1 / 7 + square * (1 / 9 + square / 11));
  const argument = ECCENTRICITY_SQUARED * sine * (1 + square * (1 / 3 + square * tail));
  const small = argument * argument;
  const sigma = argument * (1 + (small / 6) * (1 + small / 20));
  return (sine * Math.sqrt(1 + sigma * sigma) - sigma) / cosine;
}

/** Tangent of the geodetic latitude from that of the conformal one: two steps of Newton's method. */
function geodeticTangent(conformal: number): number {
  let tangent = conformal / (1 - ECCENTRICITY_SQUARED);
  for (let step = 0; step < 2; step++) {
    const square = 1 + tangent * tangent;
    const secant = Math.sqrt(square);
    const found = conformalTangent(tangent / secant, 1 / secant);
    tangent +=
      ((conformal - found) * (1 + (1 - ECCENTRICITY_SQUARED) * tangent * tangent)) /
      ((1 - ECCENTRICITY_SQUARED) * secant * Math.sqrt(1 + found * found));
  }
  return tangent;
}

/**
 * Sum of coefficient[j] sin(2(j + 1)(xi + i eta)) by Clenshaw's recurrence, real part and imaginary
 * part left in `sum`.
 */
function complexSineSeries(
  coefficients: Float64Array,
  sine: number,
  cosine: number,
  sinh: number,
  cosh: number,
  sum: Float64Array,
): void {
  const re = 2 * cosine * cosh;
  const im = -2 * sine * sinh;
  let yRe = 0;
  let yIm = 0;
  let beforeRe = 0;
  let beforeIm = 0;
  for (let j = coefficients.length - 1; j >= 0; j--) {
    const nextRe = coefficients[j]! + re * yRe - im * yIm - beforeRe;
    const nextIm = re * yIm + im * yRe - beforeIm;
    beforeRe = yRe;
    beforeIm = yIm;
    yRe = nextRe;
    yIm = nextIm;
  }
  const sineRe = sine * cosh;
  const sineIm = cosine * sinh;
  sum[0] = sineRe * yRe - sineIm * yIm;
  sum[1] = sineRe * yIm + sineIm * yRe;
}

/** Northing of the projection's origin before the false northing, so that 49° N gives -100 km. */
const ORIGIN_NORTHING = (() => {
  const tangent = conformalTangent(Math.sin(ORIGIN_LAT), Math.cos(ORIGIN_LAT));
  const xi = Math.atan(tangent);
  const sum = new Float64Array(2);
  complexSineSeries(ALPHA, Math.sin(2 * xi), Math.cos(2 * xi), 0, 1, sum);
  return RADIUS * (xi + sum[0]!);
})();

/**
 * Projects OSGB36 longitude and latitude to easting and northing, in place.
 *
 * @param xy radians in, metres out: x and y of each point by turns
 */
export function project(xy: Float64Array): void {
  const sum = new Float64Array(2);
  for (let i = 0; i < xy.length; i += 2) {
    const lon = xy[i]! - ORIGIN_LON;
    const lat = xy[i + 1]!;
    const tangent = conformalTangent(Math.sin(lat), Math.cos(lat));
    const across = Math.sin(lon);
    const along = Math.cos(lon);
    // The spherical projection, and sines of its doubled angles without more trigonometry.
    const square = tangent * tangent + along * along;
    const sinh = across / Math.sqrt(square);
    const cosh = Math.sqrt(1 + sinh * sinh);
    complexSineSeries(
      ALPHA,
      (2 * tangent * along) / square,
      (along * along - tangent * tangent) / square,
      2 * sinh * cosh,
      1 + 2 * sinh * sinh,
      sum,
    );
    xy[i] = FALSE_EASTING + RADIUS * (Math.asinh(sinh) + sum[1]!);
    xy[i + 1] = FALSE_NORTHING + RADIUS * (Math.atan2(tangent, along) + sum[0]!) - ORIGIN_NORTHING;
  }
}

/**
 * Takes easting and northing back to OSGB36 longitude and latitude, in place.
 *
 * @param xy metres in, radians out: x and y of each point by turns
 */
export function unproject(xy: Float64Array): void {
  const sum = new Float64Array(2);
  for (let i = 0; i < xy.length; i += 2) {
    const eta = (xy[i]! - FALSE_EASTING) / RADIUS;
    const xi = (xy[i + 1]! - FALSE_NORTHING + ORIGIN_NORTHING) / RADIUS;
    const growth = Math.exp(2 * eta);
    complexSineSeries(
      BETA,
      Math.sin(2 * xi),
      Math.cos(2 * xi),
      (growth - 1 / growth) / 2,
      (growth + 1 / growth) / 2,
      sum,
    );
    const sinh = Math.sinh(eta + sum[1]!);
    const sine = Math.sin(xi + sum[0]!);
    const cosine = Math.cos(xi + sum[0]!);
    const conformal = sine / Math.sqrt(sinh * sinh + cosine * cosine);
    xy[i] = ORIGIN_LON + Math.atan2(sinh, cosine);
    xy[i + 1] = Math.atan(geodeticTangent(conformal));
  }
}
