/** The streams of a worked case and of a place over HTTP, with the figures of W1 and W2. */
import type { Express } from "express";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cashFlowReply } from "../../server/contract/cash-flow.ts";
import { duplicationReply } from "../../server/contract/duplication.ts";
import { fragmentationReply } from "../../server/contract/fragmentation.ts";
import { volumeReply } from "../../server/contract/volume.ts";
import { NO_RULES } from "../../server/core/funding/no-rules.ts";
import { share } from "../../server/core/units.ts";
import { boardTable } from "../../server/store/board.ts";
import { openDb } from "../../server/store/db.ts";
import { fundingStreamTable } from "../../server/store/funding-stream.ts";
import { budgetTable, workedCaseTable } from "../../server/store/worked-case.ts";
import { appOver } from "../support/app.ts";
import { MOSS_SIDE, MOSS_SIDE_BUDGETS } from "../support/moss-side.ts";
import { cited, day, gbp, stream } from "../support/streams.ts";
import { type ToyData, toyData } from "../support/toy-data.ts";

let toy: ToyData;
let app: Express;
let close: () => void;
beforeAll(async () => {
  toy = await toyData();
  const db = openDb(toy.db);
  const bare = {
    placeName: "Manchester",
    place: undefined,
    watermark: "",
    notSaid: ["The split."],
  };
  workedCaseTable(db).add({
    ...bare,
    id: "moss-side-hulme",
    title: "Moss Side and Hulme",
    evidence: cited,
  });
  for (const budget of MOSS_SIDE_BUDGETS) budgetTable(db).add(budget);
  for (const one of MOSS_SIDE) fundingStreamTable(db).add({ ...one, programme: undefined });
  fundingStreamTable(db).add(
    stream("w2", {
      case: "moss-side-hulme",
      start: day("2001-04-01"),
      end: day("2002-04-01"),
      total: gbp(24_000),
      recipient: { organisation: "Health Authority", sector: "health", riskMoney: gbp(0) },
      rules: {
        ...NO_RULES,
        claims: { ...NO_RULES.claims, frequency: "quarterly" },
        payment: {
          basis: "unit_cost",
          lagMonths: 1,
          volumeGuaranteed: false,
          advance: { share: share(0.5), recovery: "last", to: ["voluntary"] },
        },
      },
    }),
  );
  boardTable(db).add({
    id: "b1",
    name: "Regeneration board",
    case: "moss-side-hulme",
    initiative: undefined,
    place: undefined,
    meetingsAYear: 12,
    evidence: cited,
  });
  boardTable(db).addSeat({
    of: "b1",
    organisation: "City Council",
    sector: "local_authority",
    kind: "local_authority",
    role: "member",
    attendance: "present",
    evidence: cited,
  });
  db.close();
  ({ app, close } = await appOver(toy.db));
});
afterAll(() => {
  close();
  toy.remove();
});

const get = async (path: string) => (await supertest(app).get(`/api/v1/${path}`).expect(200)).body;
const code = async (path: string) => (await supertest(app).get(`/api/v1/${path}`)).body.code;

describe("fragmentation", () => {
  test("W1 over HTTP: claims, cycles, units and the funders' range", async () => {
    const reply = fragmentationReply.parse(
      await get("fragmentation?case=moss-side-hulme&at=1999-06-01"),
    );
    expect(reply.subject).toMatchObject({ title: "Moss Side and Hulme", notSaid: ["The split."] });
    const [seedcorn, joblink] = reply.picture.projects;
    expect(seedcorn?.claimsAYear).toEqual({ value: 8, complete: false });
    expect(joblink?.claimsAYear).toBeNull();
    expect(reply.picture.cycles.least).toBe(3);
    expect(reply.picture.clashes).toHaveLength(1);
    expect(reply.picture.budgets.find(({ id }) => id === "w1-seedcorn")).toMatchObject({
      amount: 150_000,
      concentration: { hhi: { low: 0.25, high: 1, open: "high" } },
    });
    expect(reply.streams.find(({ id }) => id === "w1-erdf")).toMatchObject({
      rules: { match: { upTo: 150_000 }, yearStart: "01-01" },
    });
    expect(reply.streams.find(({ id }) => id === "w1-tec")).toMatchObject({
      rules: { yearStart: null, claims: { frequency: null } },
      claimsAYear: null,
    });
    expect(reply.partnership).toMatchObject({ meetings: { value: 12, complete: true } });
  });

  test("a place has the streams of what is live there, by its programmes' rules", async () => {
    const reply = fragmentationReply.parse(await get("fragmentation?place=T1&at=2002-06-01"));
    expect(reply.subject).toMatchObject({ kind: "place", id: "T1", evidence: null });
    expect(reply.streams.length).toBeGreaterThan(0);
    expect(reply.streams.every(({ category }) => category !== null)).toBe(true);
  });

  test("names one subject, and one that is there", async () => {
    expect(await code("fragmentation")).toBe("input/invalid");
    expect(await code("fragmentation?case=a&place=T1")).toBe("input/invalid");
    expect(await code("fragmentation?case=nowhere")).toBe("input/not-found");
    expect(await code("fragmentation?place=nowhere")).toBe("input/unknown-place");
  });
});

describe("cash flow", () => {
  test("W2 over HTTP: £8,000 at the peak, undeliverable, with the rules that bind", async () => {
    const { test: result } = cashFlowReply.parse(await get("cash-flow?stream=w2"));
    expect(result).toMatchObject({
      verdict: "undeliverable",
      funded: 1,
      riskMoney: 0,
      most: { peak: { amount: 8000, on: "2001-07-31", month: 4 } },
      binding: [{ id: "arrears" }, { id: "advance-barred" }],
      unguaranteed: 24_000,
    });
    expect(result?.most.months).toHaveLength(13);
  });

  test("other rules in place of its own: £3,000 in month 12, and £0", async () => {
    const peak = async (rules: string) =>
      cashFlowReply.parse(await get(`cash-flow?stream=w2&${rules}`)).test?.most.peak;
    expect(await peak("advance=0.5&recovery=pro_rata")).toMatchObject({ amount: 3000, month: 12 });
    expect(await peak("advance=0.5&recovery=last")).toMatchObject({ amount: 0, month: null });
    expect(await peak("advance=0&lag=0")).toMatchObject({ amount: 6000, month: 3 });
  });

  test("what is not recorded is named, and a slip is refused", async () => {
    expect(await get("cash-flow?stream=w1-tec")).toMatchObject({
      notRecorded: "amount",
      test: null,
    });
    expect(await code("cash-flow?stream=nothing")).toBe("input/not-found");
    expect(await code("cash-flow?stream=w2&advance=2")).toBe("input/invalid");
  });
});

test("volume adds to the same penny as money by department", async () => {
  const { rows } = volumeReply.parse(await get("volume"));
  const pence = (list: readonly { amount: number }[]) =>
    list.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
  expect(rows.length).toBeGreaterThan(0);
  const { amount } = await get("money?by=department");
  expect(pence(rows)).toBe(Math.round(amount * 100));
});

describe("duplication", () => {
  test("programme pairs have no ground, and say why", async () => {
    const { pairs, by } = duplicationReply.parse(await get("duplication"));
    expect(by).toEqual(["aims", "differentOwner", "months"]);
    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.every(({ ground, groundReason }) => ground === null && groundReason)).toBe(true);
  });

  test("pairs at a place have their ground, or the reason why not", async () => {
    const { pairs } = duplicationReply.parse(
      await get("duplication?place=T1&at=2002-06-01&by=ground,aims"),
    );
    expect(pairs.length).toBeGreaterThan(0);
    for (const pair of pairs)
      expect((pair.ground === null) === (pair.groundReason !== null)).toBe(true);
    expect(await code("duplication?by=luck")).toBe("input/invalid");
  });
});
