/** Streams, claims and partners over the wire, by filter and by place; and what is refused of money. */
import { expect, test } from "vitest";
import { claimsReply, moneyReply, streamsReply } from "../../server/contract/money.ts";
import { partnersReply } from "../../server/contract/partners.ts";
import { volumeReply } from "../../server/contract/volume.ts";
import { askBundled, pennies } from "../support/bundled-app.ts";

const { get, body } = askBundled();

test.each([
  "department=Home Office",
  "department=Environment and regions",
  "funder=DETR",
  "funder=ODPM",
])("%s: the streams that are listed, claimed and summed are of it alone", async (filter) => {
  const [name, value] = filter.split("=") as ["department" | "funder", string];
  const at = "at=2001-06-01";
  const asked = `${at}&${new URLSearchParams({ [name]: value })}`;
  const every = streamsReply.parse(await body(`/api/v1/streams?${at}`)).streams;
  const listed = streamsReply.parse(await body(`/api/v1/streams?${asked}`)).streams;
  expect(listed.length).toBeGreaterThan(0);
  expect(listed).toEqual(every.filter((stream) => stream[name] === value));
  const ids = new Set(listed.map(({ id }) => id));
  const { claims } = claimsReply.parse(await body(`/api/v1/claims?${asked}`));
  expect(claims.every(({ stream }) => ids.has(stream))).toBe(true);
  const money = moneyReply.parse(await body(`/api/v1/money?by=${name}&${asked}`));
  expect(money.rows.map(({ key }) => key)).toEqual([value]);
  const volume = volumeReply.parse(await body(`/api/v1/volume?${asked}`));
  expect(pennies(volume.rows)).toBe(Math.round(money.amount * 100));
});

test("streams and partners of a place are those of what lies there on the date", async () => {
  const here = streamsReply.parse(await body("/api/v1/streams?place=00BN&at=2001-06-01"));
  expect(here.streams.map(({ initiative }) => initiative)).toContain("SRB-22");
  expect(here.streams.every((stream) => stream.case === null)).toBe(true);
  const people = partnersReply.parse(await body("/api/v1/partners?place=00BN&at=2001-06-01"));
  expect(people.coreKinds).toHaveLength(11);
  expect(people.memberships.some(({ of }) => of === "HAZ-05")).toBe(true);
  const calendar = claimsReply.parse(await body("/api/v1/claims?place=00BN&at=2001-06-01"));
  expect(calendar.claims.length).toBeGreaterThan(0);
  expect(calendar.claims.every(({ due }) => due >= "2001-06-01" && due < "2002-06-01")).toBe(true);
});

test.each([
  ["/api/v1/places/XX/money", 404, "input/unknown-place"],
  ["/api/v1/initiatives/XX/money", 404, "input/unknown-initiative"],
  ["/api/v1/streams/XX", 404, "input/not-found"],
  ["/api/v1/streams?case=XX", 404, "input/not-found"],
  ["/api/v1/cases/XX", 404, "input/not-found"],
  ["/api/v1/partners?place=XX", 404, "input/unknown-place"],
  ["/api/v1/money?by=colour", 400, "input/invalid"],
  ["/api/v1/money?year=soon", 400, "input/invalid"],
  ["/api/v1/money?year=2001-07", 400, "input/invalid"],
  ["/api/v1/money?from=2005&to=2001", 400, "input/invalid"],
  ["/api/v1/money?funder=XX", 400, "input/unknown-funder"],
  ["/api/v1/money?region=XX", 400, "input/invalid"],
  ["/api/v1/money?rule=population", 400, "input/invalid"],
  ["/api/v1/money?rule=area&weights=people", 400, "input/invalid"],
  ["/api/v1/claims?from=2001-01-01&to=2000-01-01", 400, "input/invalid"],
  ["/api/v1/claims?from=tomorrow", 400, "input/date"],
  ["/api/v1/money/layers/none", 404, "input/not-found"],
  ["/api/v1/money/small-areas", 404, "need/no-areas"],
])("%s is refused in a sentence", async (path, status, code) => {
  const { body: problem } = await get(path).expect(status);
  expect(problem).toMatchObject({ code });
  expect(problem.detail ?? problem.title).toBeTruthy();
});
