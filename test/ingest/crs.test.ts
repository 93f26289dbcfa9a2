import { describe, expect, test } from "vitest";
import { analysisCrs, assumedCrs, NATIONAL_GRID, statedCrs } from "../../server/ingest/crs.ts";

const project = async (text: string, lon: number, lat: number) => {
  const xy = Float64Array.of(lon, lat);
  (await statedCrs(text, "test.geojson")).fromLonLat(xy);
  return [...xy];
};

const ESRI_GRID =
  'PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID["Airy_1830",6377563.396,299.3249646]]]]';
const ESRI_UTM =
  'PROJCS["WGS_1984_UTM_Zone_30N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",-3.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';

describe("a stated system", () => {
  test.each([
    ["EPSG:4326", "OGC:CRS84"],
    ["EPSG:4258", "OGC:CRS84"],
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "OGC:CRS84"],
    ["http://www.opengis.net/def/crs/OGC/1.3/CRS84", "OGC:CRS84"],
    ["urn:ogc:def:crs:EPSG::4326", "OGC:CRS84"],
    ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]', "OGC:CRS84"],
    ["EPSG:27700", NATIONAL_GRID],
    ["epsg:27700", NATIONAL_GRID],
    ["urn:ogc:def:crs:EPSG::27700", NATIONAL_GRID],
    ["urn:ogc:def:crs:EPSG:9.1:27700", NATIONAL_GRID],
    ["http://www.opengis.net/def/crs/EPSG/0/27700", NATIONAL_GRID],
    ["http://www.opengis.net/gml/srs/epsg.xml#27700", NATIONAL_GRID],
    [ESRI_GRID, NATIONAL_GRID],
    ['PROJCS["OSGB 1936 / British National Grid",GEOGCS["OSGB 1936"]]', NATIONAL_GRID],
    ['PROJCRS["OSGB36 / British National Grid",BASEGEOGCRS["OSGB36"]]', NATIONAL_GRID],
    ["EPSG:3857", "EPSG:3857"],
    ["EPSG:29903", "EPSG:29903"],
    ["EPSG:32630", "EPSG:32630"],
    ["EPSG:25830", "EPSG:25830"],
  ])("%s is %s", async (text, printed) => {
    expect((await statedCrs(text, "test.geojson")).printed).toBe(printed);
  });

  // By cs2cs 9.1.1.
  test.each([
    ["EPSG:3857", -1.9, 52.48, [-211_507.032, 6_887_385.31]],
    ["EPSG:2157", -6.26, 53.35, [715_845.936, 734_720.331]],
    ["EPSG:29903", -6.26, 53.35, [315_919.995, 234_694.104]],
    ["EPSG:32630", -1.9, 52.48, [574_704.075, 5_814_996.162]],
    ["EPSG:25830", -1.9, 52.48, [574_704.075, 5_814_996.162]],
    [ESRI_UTM, -1.9, 52.48, [574_704.075, 5_814_996.162]],
    ["EPSG:27700", -1.9, 52.48, [406_888.283, 286_900.256]],
  ])("%s puts %d, %d where PROJ puts it", async (text, lon, lat, expected) => {
    const found = await project(text, lon, lat);
    found.forEach((value, i) => {
      expect(Math.abs(value - expected[i]!)).toBeLessThan(0.002);
    });
    const xy = Float64Array.from(found);
    (await statedCrs(text, "test.geojson")).toLonLat(xy);
    expect(Math.abs(xy[0]! - lon)).toBeLessThan(1e-8);
    expect(Math.abs(xy[1]! - lat)).toBeLessThan(1e-8);
  });

  test.each([
    "EPSG:99999",
    "EPSG:32661",
    "EPSG:25820",
    "LOCAL_CS[mine]",
    "Lambert",
    "",
    "PROJCS[broken",
  ])("%j is refused, naming the file and what is known", async (text) => {
    await expect(statedCrs(text, "plan.shp")).rejects.toMatchObject({
      code: "crs/unknown",
      message: expect.stringMatching(/^plan\.shp .*--crs.*EPSG:27700/),
    });
  });

  test("a point that it does not reach is named", async () => {
    const grid = await statedCrs("EPSG:27700", "test.geojson");
    expect(() => grid.fromLonLat(Float64Array.of(-1, 52, -13.69, 57.6))).toThrowError(
      /-13\.69, 57\.6/,
    );
    const degrees = await statedCrs("EPSG:4326", "test.geojson");
    expect(() => degrees.toLonLat(Float64Array.of(0, 0, 406_888, 286_900))).toThrowError(
      /406888, 286900 lies outside/,
    );
  });
});

describe("a file that states none", () => {
  test("is in degrees where it can be", () => {
    expect(assumedCrs([-180, -90, 180, 90], "a.geojson").printed).toBe("OGC:CRS84");
  });

  test("is asked about where it looks like the national grid, and where it looks like nothing", () => {
    expect(() => assumedCrs([400_000, 280_000, 410_000, 290_000], "a.geojson")).toThrowError(
      /^a\.geojson .*look like the British National Grid.*--crs EPSG:27700/,
    );
    expect(() => assumedCrs([-5e6, 0, 0, 5e6], "a.geojson")).toThrowError(/Give one with --crs/);
  });
});

describe("the system for figures", () => {
  test.each<[string, [number, number, number, number], string]>([
    ["England and Wales", [-5.8, 49.9, 1.8, 55.9], NATIONAL_GRID],
    ["the Western Isles", [-7.7, 56.8, -6.1, 58.6], NATIONAL_GRID],
    ["Shetland", [-2.1, 59.8, -0.7, 60.9], NATIONAL_GRID],
    ["the Isle of Man", [-4.9, 54, -4.3, 54.5], NATIONAL_GRID],
    ["Kintyre", [-5.9, 55.29, -5.4, 55.8], NATIONAL_GRID],
    ["Thanet", [1.2, 51.3, 1.45, 51.4], NATIONAL_GRID],
    ["Beachy Head", [0.1, 50.73, 0.4, 50.9], NATIONAL_GRID],
    ["Belfast", [-6.1, 54.5, -5.8, 54.7], "+lat_0=55 +lon_0=-6"],
    ["Dublin", [-6.5, 53.2, -6, 53.5], "+lat_0=53 +lon_0=-6"],
    ["Jersey", [-2.3, 49.1, -2, 49.3], "+lat_0=49 +lon_0=-2"],
    ["Dieppe", [1, 49.9, 1.2, 50], "+lat_0=50 +lon_0=1"],
    ["Calais", [1.8, 50.9, 1.95, 51], "+lat_0=51 +lon_0=2"],
    ["Oslo", [10.5, 59.8, 11, 60], "+lat_0=60 +lon_0=11"],
  ])("of %s", async (_name, bounds, printed) => {
    expect((await analysisCrs(bounds)).printed).toContain(printed);
  });

  test("reaches 60 degrees from its centre, and names the first point beyond", async () => {
    // Ten degrees east of Greenwich on the equator.
    const crs = await analysisCrs([-50, -20, 70, 20]);
    for (const [lon, lat] of [
      [-49.9, 0],
      [69.9, 0],
      [10, 59.9],
      [10, -59.9],
      // By the spherical law of cosines 59.92 degrees from the centre: cos 45 cos 44.87 is 0.5012.
      [55, 44.87],
    ] as const) {
      expect(() => crs.fromLonLat(Float64Array.of(lon, lat))).not.toThrow();
    }
    for (const [lon, lat] of [
      [-50.1, 0],
      [70.1, 0],
      [10, 60.1],
      [55, 45.1],
      // The point opposite, which no flat map of this kind has.
      [-170, 0],
    ] as const) {
      expect(() => crs.fromLonLat(Float64Array.of(10, 0, lon, lat))).toThrow(
        expect.objectContaining({
          code: "limit/extent",
          message: expect.stringContaining(`The point ${lon}, ${lat} lies more than 60 degrees`),
        }),
      );
    }
  });

  test("elsewhere keeps areas: a degree square is its area on the ellipsoid", async () => {
    const crs = await analysisCrs([-6.5, 53.2, -6, 53.5]);
    const steps = 200;
    const rim: number[] = [];
    for (let i = 0; i < steps; i++) rim.push(-7 + i / steps, 53);
    for (let i = 0; i < steps; i++) rim.push(-6, 53 + i / steps);
    for (let i = 0; i < steps; i++) rim.push(-6 - i / steps, 54);
    for (let i = 0; i < steps; i++) rim.push(-7, 54 - i / steps);
    const xy = Float64Array.from(rim);
    crs.fromLonLat(xy);
    let twice = 0;
    for (let i = 0; i < xy.length; i += 2) {
      const j = (i + 2) % xy.length;
      twice += xy[i]! * xy[j + 1]! - xy[j]! * xy[i + 1]!;
    }
    expect(twice / 2 / quadrangle(53, 54, 1)).toBeCloseTo(1, 5);
  });
});

/** Area of ground between two parallels on WGS 84, by the closed form (Snyder 1987, eq. 3-12). */
function quadrangle(south: number, north: number, width: number): number {
  const a = 6_378_137;
  const e2 = 0.006_694_379_990_141_3;
  const e = Math.sqrt(e2);
  const q = (lat: number) => {
    const s = Math.sin((lat * Math.PI) / 180);
    return (1 - e2) * (s / (1 - e2 * s * s) - Math.log((1 - e * s) / (1 + e * s)) / (2 * e));
  };
  return ((a * a * (q(north) - q(south))) / 2) * ((width * Math.PI) / 180);
}
