import fc from "fast-check";
import { expect, test } from "vitest";
import { readAddress, writeAddress } from "../../client/address.ts";
import { DEFAULT_VIEW, HOTSPOTS, PLACE, START, type View } from "../../client/view.ts";
import { RANKINGS } from "../../server/core/hotspots/ranking.ts";
import { FIRST_DAY, LAST_DAY } from "../../server/core/hotspots/timeline.ts";
import { CATEGORIES } from "../../server/core/model.ts";
import { addDays, type IsoDate } from "../../server/core/units.ts";

const days = (Date.parse(LAST_DAY) - Date.parse(FIRST_DAY)) / 86_400_000;
const code = fc.stringMatching(/^[A-Z0-9_]{1,12}$/);
const name = fc.string({ minLength: 1, maxLength: 30 });

const view: fc.Arbitrary<View> = fc
  .record({
    screen: fc.constant(HOTSPOTS),
    params: fc.constant({}),
    at: fc.integer({ min: 0, max: days }).map((n): IsoDate => addDays(FIRST_DAY, n)),
    categories: fc.uniqueArray(fc.constantFrom(...CATEGORIES)),
    programmes: fc.uniqueArray(code),
    departments: fc.uniqueArray(name),
    aims: fc.uniqueArray(fc.stringMatching(/^[a-z_]{1,12}$/)),
    funders: fc.uniqueArray(name),
    region: fc.option(name, { nil: undefined }),
    by: fc.constantFrom(...RANKINGS),
    months: fc.integer({ min: 1, max: 120 }),
    depths: fc
      .uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 6 })
      .map((depths) => depths.sort((a, b) => a - b)),
    place: fc.option(code, { nil: undefined }),
    held: fc.option(
      fc.record({
        at: fc.integer({ min: 0, max: days }).map((n): IsoDate => addDays(FIRST_DAY, n)),
        categories: fc.uniqueArray(fc.constantFrom(...CATEGORIES)),
        programmes: fc.uniqueArray(code),
        departments: fc.uniqueArray(name),
        aims: fc.uniqueArray(code),
        funders: fc.uniqueArray(name),
      }),
      { nil: undefined },
    ),
    cell: fc.option(fc.nat({ max: 9_999_999 }), { nil: undefined }),
    camera: fc.option(
      fc.record({
        zoom: fc.integer({ min: 0, max: 2200 }).map((n) => n / 100),
        lat: fc.integer({ min: -850_000, max: 850_000 }).map((n) => (n || 0) / 10_000),
        lon: fc.integer({ min: -1_800_000, max: 1_800_000 }).map((n) => (n || 0) / 10_000),
      }),
      { nil: undefined },
    ),
  })
  .map((any) => (any.place === undefined ? any : { ...any, cell: undefined }));

test("every view comes back from its own address", () => {
  fc.assert(
    fc.property(view, (before) => {
      const { view: after, doubts } = readAddress(writeAddress(before));
      expect(doubts).toEqual([]);
      expect(after).toEqual(before);
    }),
    { numRuns: 400, seed: 7 },
  );
});

test("the path names the screen, and each screen keeps its own names", () => {
  expect(readAddress("/").view.screen).toBe(START);
  expect(readAddress("/?d=2001-04-01").view.screen).toBe(HOTSPOTS);
  expect(readAddress("/hotspots").view.screen).toBe(HOTSPOTS);
  expect(readAddress("/place/00BB?d=2001-04-01").view).toMatchObject({
    screen: PLACE,
    place: "00BB",
    at: "2001-04-01",
  });
  const streams = { ...DEFAULT_VIEW, screen: "streams", place: "00BB", params: { lag: "30 days" } };
  expect(writeAddress(streams)).toBe("/streams?d=2002-06-01&place=00BB&lag=30%20days");
  expect(readAddress(writeAddress(streams)).view).toEqual(streams);
});

test.each([
  ["/place", START],
  ["/place/00BB/more", START],
  ["/hotspots/more", HOTSPOTS],
  ["/%E0%A4%A", "%E0%A4%A"],
])("%s leads somewhere, and is named where it is not whole", (path, screen) => {
  const { view, doubts } = readAddress(path);
  expect(view.screen).toBe(screen);
  expect(doubts).toEqual(path.startsWith("/%") ? [] : [{ part: "screen", value: path }]);
});

test("writing what was read changes nothing, whatever was typed", () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const once = writeAddress(readAddress(`?${typed}`).view);
      expect(writeAddress(readAddress(once).view)).toBe(once);
    }),
    { numRuns: 400, seed: 7 },
  );
});

test("an address is short and can be read", () => {
  expect(writeAddress(DEFAULT_VIEW)).toBe("/");
  expect(writeAddress({ ...DEFAULT_VIEW, screen: HOTSPOTS })).toBe("/hotspots?d=2002-06-01");
  expect(
    writeAddress({
      ...DEFAULT_VIEW,
      screen: HOTSPOTS,
      categories: ["holistic", "theme"],
      programmes: ["NDC", "HAZ"],
      departments: ["DoE, then DETR"],
      by: "funders",
      depths: [4, 5, 6],
      place: "00BB",
      camera: { zoom: 6.25, lat: 52.9, lon: -1.7 },
    }),
  ).toBe(
    "/hotspots?d=2002-06-01&cat=holistic,theme&prog=NDC,HAZ&dep=DoE,%20then%20DETR&by=funders&min=4&place=00BB&v=6.25/52.9/-1.7",
  );
});

test("an old link keeps working", () => {
  const { view, doubts, pinned } = readAddress(
    "?d=1999-04-01&cat=holistic%2Ctheme&min=6&v=12/54.97/-1.62&ds=fa6012d2&m=depth",
  );
  expect(doubts).toEqual([]);
  expect(pinned).toBe("fa6012d2");
  expect(view).toEqual({
    ...DEFAULT_VIEW,
    screen: HOTSPOTS,
    at: "1999-04-01",
    categories: ["holistic", "theme"],
    depths: [6],
    camera: { zoom: 12, lat: 54.97, lon: -1.62 },
  });
});

test.each([
  ["d=soon", "d", "soon"],
  ["d=2002-02-30", "d", "2002-02-30"],
  ["cat=holistic,magic", "cat", "magic"],
  ["by=beauty", "by", "beauty"],
  ["min=9", "depth", "9"],
  ["depth=2,x", "depth", "x"],
  ["cell=here", "cell", "here"],
  ["vs=soon;cat=x", "vs", "soon;cat=x"],
  ["v=1/2", "v", "1/2"],
  ["v=99/2/3", "v", "99/2/3"],
])("%s falls back and is named", (search, part, value) => {
  const { view, doubts } = readAddress(`?${search}`);
  expect(doubts).toEqual([{ part, value }]);
  expect(view.at).toBe(DEFAULT_VIEW.at);
  expect(view.by).toBe(DEFAULT_VIEW.by);
});

test("a date outside the years becomes the nearest inside, and is named", () => {
  expect(readAddress("?d=1980-01-01").view.at).toBe("1994-01-01");
  expect(readAddress("?d=2030-01-01").view.at).toBe("2009-12-31");
  expect(readAddress("?d=2030-01-01").doubts).toEqual([{ part: "d", value: "2030-01-01" }]);
});

test("all seven classes together are no filter", () => {
  expect(readAddress("?depth=0,1,2,3,4,5,6").view.depths).toEqual([]);
  expect(readAddress("?min=0").view.depths).toEqual([]);
});

test("the hotspots keep what is laid over their map, and nothing else of their own", () => {
  const { view } = readAddress("/hotspots?d=2002-06-01&need=within&fit=region&fits=gap&x=1");
  expect(view.params).toEqual({ need: "within", fit: "region", fits: "gap" });
  expect(readAddress(writeAddress(view)).view).toEqual(view);
});

test("months ahead and classes that are none are named, and fall back", () => {
  const { view, doubts } = readAddress("/hotspots?by=ending&months=500&depth=2,u,9");
  expect(view.months).toBe(12);
  expect(view.depths).toEqual([2, 7]);
  expect(doubts).toEqual([
    { part: "months", value: "500" },
    { part: "depth", value: "9" },
  ]);
  expect(writeAddress(view)).toContain("depth=2,u");
});
