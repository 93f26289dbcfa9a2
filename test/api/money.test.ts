/** Sums of money over the wire: the bundled register by every dimension and rule. */
import { expect, test } from "vitest";
import { layerMoneyReply } from "../../server/contract/layer-money.ts";
import {
  DIMENSIONS,
  initiativeMoneyReply,
  moneyReply,
  placeMoneyReply,
} from "../../server/contract/money.ts";
import { askBundled, pennies } from "../support/bundled-app.ts";

const { body } = askBundled();

test("totals are the same to the penny by every dimension, under every rule", async () => {
  const totals = new Set<number>();
  for (const by of DIMENSIONS) {
    for (const rule of ["area", "equal", "list"]) {
      const reply = moneyReply.parse(await body(`/api/v1/money?by=${by}&rule=${rule}`));
      totals.add(pennies(reply.rows)).add(Math.round(reply.amount * 100));
    }
  }
  expect([...totals]).toHaveLength(1);
});

test("regions hold their places' money and the lines that are printed for them alone", async () => {
  const years = "/api/v1/money?programme=NRF,SRB,CEF&from=2003-04&to=2004-05";
  const byRegion = moneyReply.parse(await body(`${years}&by=region`));
  const byPlace = moneyReply.parse(await body(`${years}&by=place&region=North West`));
  const northWest = byRegion.rows.find(({ key }) => key === "North West")!;
  const cef = "/api/v1/money?programme=CEF&from=2003-04&to=2004-05";
  const printed = moneyReply.parse(await body(`${cef}&by=region`));
  const placed = moneyReply.parse(await body(`${cef}&by=place&region=North West`));
  const line = printed.rows.find(({ key }) => key === "North West")!;
  expect(line.amount).toBe(2 * 2_967_301);
  // One district's part of the region's line is printed too, and is counted in its place.
  expect(placed.rows.map(({ name }) => name)).toHaveLength(1);
  expect(pennies([northWest])).toBe(pennies(byPlace.rows) + pennies([line]) - pennies(placed.rows));
});

test("any reference layer: its areas and what is unplaced add to the year", async () => {
  const totals = [];
  for (const rule of ["area", "equal"]) {
    const path = `/api/v1/money/layers/natural_earth?year=2002-03&rule=${rule}`;
    const reply = layerMoneyReply.parse(await body(path));
    expect(pennies(reply.areas) + pennies(reply.unplaced)).toBe(Math.round(reply.amount * 100));
    expect(reply.areas.length).toBeGreaterThan(10);
    totals.push(reply.amount);
  }
  const year = moneyReply.parse(await body("/api/v1/money?year=2002-03"));
  expect(totals).toEqual([year.amount, year.amount]);
});

test("an aim leaves in the programmes that work towards it", async () => {
  const health = moneyReply.parse(await body("/api/v1/money?aim=health&by=programme"));
  expect(health.rows.map(({ key }) => key)).toContain("HAZ");
  expect(health.rows.map(({ key }) => key)).not.toContain("EAZ");
});

test("a year by place keeps what is not known apart from 0", async () => {
  const reply = moneyReply.parse(await body("/api/v1/money?by=place&year=2001-02"));
  expect(reply.rule).toMatchObject({ rule: "area", grade: "generalised", tolerance_m: 4300 });
  expect(reply.rows.some(({ amount, unknown }) => amount === null && unknown! > 0)).toBe(true);
  expect(reply.rows.every(({ amount }) => amount !== 0)).toBe(true);
  const lines = reply.unplaced.map(({ reason }) => reason);
  expect(lines).toContain("national line");
});

test("where two answers disagree the smaller line is told and never taken off", async () => {
  const { short } = moneyReply.parse(await body("/api/v1/money?programme=NDC"));
  expect(short.map(({ stream, year }) => [stream, year])).toEqual([
    ["NDC.england.printed", "2000-01"],
    ["NDC.england.printed", "2001-02"],
  ]);
});

test("a place has its entries, what is unknown, and the answer under every rule", async () => {
  const reply = placeMoneyReply.parse(await body("/api/v1/places/00BN/money?at=2001-06-01"));
  expect(reply.year).toBe("2001-02");
  expect(pennies(reply.entries)).toBe(Math.round(reply.amount! * 100));
  expect(pennies(reply.byFunder)).toBe(pennies(reply.byDepartment));
  expect(reply.entries.map(({ initiative, basis }) => [initiative, basis])).toEqual([
    ["NDC-09", "spread evenly, assumed"],
    ["SRB-20", "spread evenly, assumed"],
    ["EAZ-28", "spread evenly, assumed"],
  ]);
  expect(reply.unknown.map(({ initiative }) => initiative)).toContain("NRF-49");
  expect(reply.sensitivity.map(({ rule }) => rule)).toEqual([
    "area",
    "population",
    "eligible",
    "list",
    "equal",
  ]);
  expect(reply.sensitivity.find(({ rule }) => rule === "population")?.reason).toMatch(/statistics/);
  expect(reply.perHead).toBeNull();
});

test("an initiative's printed years are used as printed, and a total alone is spread and marked", async () => {
  const printed = initiativeMoneyReply.parse(await body("/api/v1/initiatives/NRF-01/money"));
  expect(printed.entries.map(({ year, amount, basis }) => [year, amount, basis])).toContainEqual([
    "2003-04",
    855_494,
    "printed",
  ]);
  const spread = initiativeMoneyReply.parse(await body("/api/v1/initiatives/NDC-09/money"));
  expect(spread.entries).toHaveLength(10);
  expect(pennies(spread.entries)).toBe(52_000_000_00);
  expect(spread.entries.every(({ basis }) => basis === "spread evenly, assumed")).toBe(true);
  expect(spread.places.map(({ code }) => code)).toEqual(["00BN"]);
});
