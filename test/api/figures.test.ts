/** Figures of places, held against the replies that tell the same of one place, and against hand counts. */
import type { Express } from "express";
import supertest from "supertest";
import { describe, expect, test } from "vitest";
import { type FiguresReply, figuresReply } from "../../server/contract/figures.ts";
import { claimsReply, placeMoneyReply } from "../../server/contract/money.ts";
import { needReply } from "../../server/contract/need.ts";
import { placesReply } from "../../server/contract/replies.ts";
import { FIGURES } from "../../server/core/hotspots/place-figures.ts";
import { openDb } from "../../server/store/db.ts";
import { weightTable } from "../../server/store/weight.ts";
import { appOver } from "../support/app.ts";
import { served } from "../support/served.ts";
import { toyData } from "../support/toy-data.ts";
import { toyNeed } from "../support/toy-need.ts";

const AT = "2000-06-01";
const server = served(toyNeed);

const get = async (path: string) => (await supertest(server.app).get(path).expect(200)).body;
const figures = async (figure: string, query = `at=${AT}`): Promise<FiguresReply> =>
  figuresReply.parse(await get(`/api/v1/figures/${figure}?${query}`));

describe("a figure of all places is that of each place alone", () => {
  test("claims", async () => {
    const { places } = await figures("claims");
    expect(places.some(({ value }) => value !== null && value > 0)).toBe(true);
    for (const { code, value, at_least } of places) {
      const { claims, notStated } = claimsReply.parse(
        await get(`/api/v1/claims?at=${AT}&place=${code}`),
      );
      const unknown = claims.length === 0 && notStated.length > 0;
      expect(value, code).toBe(unknown ? null : claims.length);
      expect(at_least, code).toBe(claims.length > 0 && notStated.length > 0);
    }
  });

  test("money", async () => {
    const { places } = await figures("money");
    for (const { code, value, at_least } of places) {
      const reply = placeMoneyReply.parse(await get(`/api/v1/places/${code}/money?at=${AT}`));
      const nothing = reply.unknown.length === 0 && reply.people ? 0 : null;
      expect(value, code).toBe(reply.amount === null ? nothing : reply.perHead);
      if (reply.perHead !== null) expect(at_least).toBe(reply.unknown.length > 0);
    }
  });

  test("need", async () => {
    const { places } = await figures("need", "at=2002-06-01");
    const reply = needReply.parse(await get("/api/v1/need?at=2002-06-01"));
    const shares = new Map(reply.places.map((place) => [place.code, place.none_share]));
    for (const { code, value } of places) expect(value, code).toBe(shares.get(code) ?? null);
  });
});

test("depth by people, by hand: 3,000 under one, 2,000 under two, 1,300 under none, unknown", async () => {
  const { places } = await figures("people", "at=2002-06-01");
  expect(places.map(({ value }) => value)).toEqual([1, 2, 0, null]);
  expect(places[3]!.note).not.toBe("");
});

describe("people of a place are one number wherever they are told", () => {
  /** Place -> what the figures of people and of money, and the place's own money, say of its people. */
  const told = async (over: Express, code: string) => {
    const of = async (path: string) => (await supertest(over).get(path).expect(200)).body;
    const note = async (figure: string) =>
      figuresReply
        .parse(await of(`/api/v1/figures/${figure}?at=${AT}`))
        .places.find((place) => place.code === code)!
        .note.match(/([\d,]+) people/)?.[1];
    const { people } = placeMoneyReply.parse(await of(`/api/v1/places/${code}/money?at=${AT}`));
    return [await note("people"), await note("money"), people && Math.round(people)];
  };

  test("those of its small areas, where nobody counted the place", async () => {
    expect(await told(server.app, "T1")).toEqual(["3,000", "3,000", 3000]);
    expect(await told(server.app, "T2")).toEqual(["2,000", "2,000", 2000]);
  });

  test("as counted, where somebody did", async () => {
    const own = await toyNeed();
    const db = openDb(own.db);
    const cited = { vintage: "2001", attribution: "", licence: "", file: "", sha256: "" };
    weightTable(db).add(
      { id: "counted", title: "Counted", unit: "people", scheme: "lad04", ...cited },
      [["T1", 4000]],
    );
    db.close();
    const served = await appOver(own.db);
    try {
      expect(await told(served.app, "T1")).toEqual(["4,000", "4,000", 4000]);
      expect(await told(served.app, "T2")).toEqual(["2,000", "2,000", 2000]);
    } finally {
      served.close();
      own.remove();
    }
  });
});

test("burden, by hand: four claims of a quarter of a million in the year of HAZ-01", async () => {
  const { places } = await figures("burden");
  // HAZ-01 has £250,000 in 2000-01, divided between two places by ground; it claims four times.
  const [first, second] = places;
  expect(first!.value! + 0).toBeGreaterThan(0);
  expect(1 / first!.value! + 1 / second!.value!).toBeCloseTo(2.5 / 4, 9);
  expect(first!.at_least).toBe(true);
});

test("a list ranked by a figure carries it, with what it rests on, and the unknown stand last", async () => {
  for (const by of FIGURES) {
    const reply = placesReply.parse(await get(`/api/v1/places?by=${by}&at=${AT}`));
    const own = await figures(by);
    expect(reply.figure?.unit).toBe(own.unit);
    const values = reply.places.map(({ figure }) => figure?.value ?? -1);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    const told = new Map(own.places.map(({ code, value }) => [code, value]));
    for (const { code, figure } of reply.places) expect(figure!.value).toBe(told.get(code));
  }
});

test("the page without script shows the same figure and its rule", async () => {
  const { text } = await supertest(server.app)
    .get(`/plain/hotspots?by=claims&at=${AT}`)
    .expect(200);
  const { places, rule } = await figures("claims");
  expect(text).toContain(rule.slice(0, 60));
  for (const { note } of places) expect(text).toContain(note.replaceAll("£", "£"));
});

test("months ahead: more end within three years than within six months", async () => {
  const ending = async (months: number) =>
    placesReply
      .parse(await get(`/api/v1/places?by=ending&months=${months}&at=2002-06-01`))
      .places.reduce((sum, place) => sum + place.ending, 0);
  expect(await ending(6)).toBe(0);
  expect(await ending(12)).toBe(2);
  expect(await ending(36)).toBe(4);
  await supertest(server.app).get("/api/v1/places?by=ending&months=0").expect(400);
});

test("where people and small areas are not loaded, the figure says so and knows nothing", async () => {
  const bare = await toyData();
  const served = await appOver(bare.db);
  for (const figure of ["people", "money", "need"]) {
    const { body } = await supertest(served.app).get(`/api/v1/figures/${figure}?at=${AT}`);
    const { missing, places } = figuresReply.parse(body);
    expect(missing, figure).toMatch(/load/);
    expect(places.filter(({ value }) => value !== null && value !== 0)).toEqual([]);
  }
  served.close();
  bare.remove();
});

test("the map to take away colours places by the figure, with the classes in its key", async () => {
  const { text } = await supertest(server.app).get(`/briefing?by=claims&at=${AT}`).expect(200);
  expect(text).toContain("Claims due in the 12 months from the date");
  for (const word of ["1–5", "5–10", "80+"]) expect(text).toContain(`>${word}</text>`);
  const depth = await supertest(server.app).get(`/briefing?at=${AT}`).expect(200);
  expect(depth.text).toContain("Depth: initiatives that cover the ground");
  expect(depth.text).not.toContain(">80+</text>");
});
