import { describe, expect, test } from "vitest";
import { readWellKnownText } from "../../../server/ingest/crs/well-known-text.ts";
import { assumedCrs, knowsEpsg, statedCrs } from "../../../server/ingest/crs.ts";

/** What programs write beside a shapefile, cut to what tells the system. */
const esri = (name: string, datum: string, spheroid: string, projection: string) =>
  `PROJCS["${name}",GEOGCS["GCS",DATUM["${datum}",SPHEROID[${spheroid}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],${projection},UNIT["Meter",1.0]]`;
const tm = (e: number, n: number, lon: number, k: number, lat: number) =>
  `PARAMETER["False_Easting",${e}],PARAMETER["False_Northing",${n}],PARAMETER["Central_Meridian",${lon}],PARAMETER["Scale_Factor",${k}],PARAMETER["Latitude_Of_Origin",${lat}]`;
const AIRY = '"Airy_1830",6377563.396,299.3249646';
const NAD27 =
  'GEOGCS["NAD27",DATUM["North_American_Datum_1927",SPHEROID["Clarke 1866",6378206.4,294.9786982139006]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]';
const WKT2 =
  'PROJCRS["ETRS89 / UTM zone 30N",BASEGEOGCRS["ETRS89",DATUM["European Terrestrial Reference System 1989",ELLIPSOID["GRS 1980",6378137,298.257222101,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]]],CONVERSION["UTM zone 30N",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8801]],PARAMETER["Longitude of natural origin",-3,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8802]],PARAMETER["Scale factor at natural origin",0.9996,SCALEUNIT["unity",1],ID["EPSG",8805]],PARAMETER["False easting",500000,LENGTHUNIT["metre",1],ID["EPSG",8806]],PARAMETER["False northing",0,LENGTHUNIT["metre",1],ID["EPSG",8807]]],CS[Cartesian,2],AXIS["(E)",east,ORDER[1],LENGTHUNIT["metre",1]],AXIS["(N)",north,ORDER[2],LENGTHUNIT["metre",1]]]';

const project = async (text: string, lon: number, lat: number) => {
  const xy = Float64Array.of(lon, lat);
  (await statedCrs(text, "a.shp")).fromLonLat(xy);
  return [...xy];
};

describe("a system in well-known text", () => {
  test.each([
    [`PROJCS["mine",GEOGCS["g",AUTHORITY["EPSG","4326"]],AUTHORITY["EPSG","27700"]]`, 27700],
    [`PROJCRS["mine",BASEGEOGCRS["g",ID["EPSG",4326]],ID["EPSG",25830]]`, 25830],
    [`PROJCS["mine",GEOGCS["g",AUTHORITY["EPSG","4326"]]]`, undefined],
  ])("is known by the number of the whole, not of a part: %s", (text, epsg) => {
    expect(readWellKnownText(text).epsg).toBe(epsg);
  });

  test("that carries a known number is read by it", async () => {
    const text = `PROJCS["local name",GEOGCS["g"],AUTHORITY["EPSG","27700"]]`;
    expect((await statedCrs(text, "a.shp")).printed).toBe("EPSG:27700");
  });

  // By cs2cs 9.1.1; for OSGB36 with the OSTN15 grid, taken back through the national grid.
  test.each<[string, string, number, number, readonly [number, number], number]>([
    ["WKT2", WKT2, -1.9, 52.48, [574_704.075, 5_814_996.162], 0.002],
    [
      "the Irish Grid of ESRI",
      esri(
        "TM65_Irish_Grid",
        "D_TM65",
        '"Airy_Modified",6377340.189,299.3249646',
        tm(200_000, 250_000, -8, 1.000035, 53.5),
      ),
      -6.26,
      53.35,
      [315_919.995, 234_694.104],
      0.1,
    ],
    ["NAD27", NAD27, -100, 40, [-99.9995844, 40.0000031], 0.0001],
    ["OSGB36 in degrees", "EPSG:4277", -1.9, 52.48, [-1.898_564, 52.479_615], 0.000_001],
    ["ED50 UTM", "EPSG:23030", -1.9, 52.48, [574_805.0, 5_815_214.4], 10],
    ["World Mercator", "EPSG:3395", -1.9, 52.48, [-211_507.033, 6_853_472.385], 0.002],
  ])("%s puts a point where PROJ puts it", async (_, text, lon, lat, expected, allowed) => {
    const found = await project(text, lon, lat);
    found.forEach((value, i) => {
      expect(Math.abs(value - expected[i]!)).toBeLessThan(allowed);
    });
    const back = Float64Array.from(found);
    (await statedCrs(text, "a.shp")).toLonLat(back);
    expect(Math.abs(back[0]! - lon) + Math.abs(back[1]! - lat)).toBeLessThan(1e-7);
  });

  test("on another projection of OSGB36 is shifted, and says how well", async () => {
    const local = esri("Site_Grid", "D_OSGB_1936", AIRY, tm(0, 0, -2, 1, 52));
    const bare = esri("Site_Grid", "D_Unknown", AIRY, tm(0, 0, -2, 1, 52));
    const crs = await statedCrs(local, "a.shp");
    expect(crs.doubt).toBe(
      "It rests on OSGB36, whose shift to WGS 84 holds to about 5 m in Great Britain.",
    );
    const origin = Float64Array.of(0, 0);
    crs.toLonLat(origin);
    // OSGB36's 2 W, 52 N lies some 100 m from that of WGS 84.
    const metres = Math.hypot((origin[0]! + 2) * 68_678, (origin[1]! - 52) * 111_252);
    expect(metres).toBeGreaterThan(90);
    expect(metres).toBeLessThan(130);
    await expect(statedCrs(bare, "a.shp")).rejects.toMatchObject({
      code: "crs/unknown",
      message: expect.stringMatching(
        /on the datum "unknown", and how that is shifted to WGS 84 is not known here/,
      ),
    });
  });

  test("GEOGCS of OSGB36 goes through OSTN15, without doubt", async () => {
    const text = `GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID[${AIRY}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;
    const crs = await statedCrs(text, "a.shp");
    expect([crs.printed, crs.doubt]).toEqual(["EPSG:4277", undefined]);
  });

  test("a PROJ string that says nothing of its datum is asked about", async () => {
    await expect(
      statedCrs("+proj=tmerc +lat_0=49 +lon_0=-2 +ellps=airy +units=m", "a.gpkg"),
    ).rejects.toMatchObject({ code: "crs/unknown" });
    const said = "+proj=tmerc +lat_0=49 +lon_0=-2 +ellps=airy +towgs84=446,-125,542 +units=m";
    expect((await statedCrs(said, "a.gpkg")).printed).toBe(said);
  });

  test("what is known by number", () => {
    const numbers = [4326, 4269, 27700, 4277, 29903, 2157, 32630, 23030];
    expect(numbers.filter((epsg) => !knowsEpsg(epsg))).toEqual([]);
    expect([2163, 31467].filter(knowsEpsg)).toEqual([]);
  });
});

describe("a file that states none is asked about, with what it could be", () => {
  test.each<[string, readonly [number, number, number, number], RegExp]>([
    [
      "the national grid alone",
      [400_000, 280_000, 410_000, 290_000],
      /look like the British National Grid: if so, give --crs EPSG:27700/,
    ],
    [
      "that or the Irish Grid",
      [300_000, 230_000, 310_000, 240_000],
      /could be the British National Grid \(EPSG:27700\) or the Irish Grid \(EPSG:29903\)/,
    ],
    [
      "Irish metres or the north of Scotland",
      [700_000, 720_000, 720_000, 740_000],
      /look like Irish Transverse Mercator: if so, give --crs EPSG:2157/,
    ],
    ["Web Mercator", [-220_000, 6_880_000, -200_000, 6_900_000], /look like Web Mercator/],
    [
      "latitude first",
      [51.2, -0.5, 51.7, 0.3],
      /latitude before longitude\. Save it with longitude first/,
    ],
    ["nothing known", [-5e6, 0, 0, 5e6], /Give one with --crs/],
  ])("%s", (_, bounds, message) => {
    expect(() => assumedCrs(bounds, "a.csv")).toThrowError(message);
  });
});
