import { expect, test } from "vitest";
import { lastingPath, pinnedPath } from "../../client/pinned-link.ts";
import { DEFAULT_VIEW, HOTSPOTS, PLACE, type View } from "../../client/view.ts";
import { isoDate } from "../../server/core/units.ts";

const VERSION = "sha256:2495df0912345678";
const path = (change: Partial<View>) => lastingPath({ ...DEFAULT_VIEW, ...change }, VERSION);

test("a list and a place have an address that keeps its figures", () => {
  expect(path({ screen: HOTSPOTS })).toBe("/l/2495df09/hotspots?at=2002-06-01");
  expect(
    path({ screen: HOTSPOTS, programmes: ["NDC", "HAZ"], region: "North East", by: "churn" }),
  ).toBe("/l/2495df09/hotspots?at=2002-06-01&programme=HAZ,NDC&region=North+East&by=churn");
  expect(path({ screen: HOTSPOTS, funders: ["ODPM"], by: "ending", months: 24 })).toBe(
    "/l/2495df09/hotspots?at=2002-06-01&funder=ODPM&by=ending&months=24",
  );
  const place = "/l/2495df09/place?at=2001-04-01&place=00CX";
  const at = isoDate("2001-04-01")!;
  expect(path({ screen: PLACE, at, place: "00CX" })).toBe(place);
  expect(path({ screen: HOTSPOTS, at, place: "00CX", region: "North East", by: "all" })).toBe(
    place,
  );
});

test("what no lasting page shows has none, and keeps the app's address with its data", () => {
  expect(path({ screen: "checks" })).toBeUndefined();
  expect(path({ screen: HOTSPOTS, cell: 3 })).toBeUndefined();
  expect(path({ screen: HOTSPOTS, params: { need: "1" } })).toBeUndefined();
  expect(path({ screen: HOTSPOTS, params: { fit: "region" } })).toBeUndefined();
  expect(path({ screen: HOTSPOTS, held: { ...DEFAULT_VIEW } })).toBeUndefined();
  expect(pinnedPath("/streams", VERSION)).toBe("/streams?ds=2495df09");
  expect(pinnedPath("/hotspots?d=2002-06-01&cell=3", VERSION)).toBe(
    "/hotspots?d=2002-06-01&cell=3&ds=2495df09",
  );
});

test("fit, streams and exports have one too, with what each screen adds of its own", () => {
  const fit = { screen: "coterminosity", programmes: ["HAZ"] };
  expect(path(fit)).toBe("/l/2495df09/coterminosity?at=2002-06-01&programme=HAZ");
  expect(path({ ...fit, params: { body: "HAZ-01", tier: "lad", ref: "00CX", cls: "near" } })).toBe(
    "/l/2495df09/coterminosity?at=2002-06-01&programme=HAZ&body=HAZ-01&tier=lad&ref=00CX",
  );
  expect(path({ screen: "streams", place: "00EC" })).toBe(
    "/l/2495df09/streams?at=2002-06-01&place=00EC",
  );
  expect(path({ screen: "streams", place: "00EC", params: { case: "moss-side-hulme" } })).toBe(
    "/l/2495df09/streams?at=2002-06-01&case=moss-side-hulme",
  );
  expect(path({ screen: "export", params: { unit: "places", fields: "code,covers" } })).toBe(
    "/l/2495df09/export?at=2002-06-01&unit=places&fields=code,covers",
  );
});
