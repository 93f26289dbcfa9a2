import { expect, test } from "vitest";
import { withSpread } from "../../../server/core/funding/derived-stream.ts";
import { grantSchema } from "../../../server/ingest/grants/grant-schema.ts";
import { grantStream } from "../../../server/ingest/streams/grant-streams.ts";

const GRANT = {
  id: "360G-a-1",
  title: "Youth work",
  description: "Evenings",
  currency: "GBP",
  amountAwarded: 12_500.5,
  awardDate: "2004-02-29",
  fundingOrganization: [{ id: "GB-GOR-1", name: "A council" }],
  recipientOrganization: [{ id: "GB-CHC-2", name: "A club" }],
};
const streamOf = (more: object = {}) =>
  grantStream(grantSchema.parse({ ...GRANT, ...more }), "grants.json");

test("without planned dates the award is one figure on its own day", () => {
  expect(streamOf()).toMatchObject({
    id: "360G-a-1",
    funder: "A council",
    recipient: { organisation: "A club" },
    total: 1_250_050,
    start: "2004-02-29",
    end: undefined,
    years: [
      {
        start: "2004-02-29",
        end: "2004-03-01",
        amount: 1_250_050,
        kind: "award",
        basis: "printed",
      },
    ],
    evidence: { source: "grants.json" },
  });
});

test.each([
  [{ startDate: "2004-03-05", endDate: "2005-03-04" }, "2004-03-05", "2005-03-05"],
  [{ startDate: "2004-03", endDate: "2004-12" }, "2004-03-01", "2005-01-01"],
  [{ startDate: "2004", endDate: "2005" }, "2004-01-01", "2006-01-01"],
  [{ startDate: "2004-03-05", duration: 6 }, "2004-03-05", "2004-09-05"],
])("planned dates %j are its life, over which the award is spread and marked so", (dates, start, end) => {
  const stream = withSpread(streamOf({ plannedDates: [dates] }));
  expect(stream).toMatchObject({ start, end });
  expect(stream.years.every(({ basis }) => basis === "spread evenly, assumed")).toBe(true);
  expect(stream.years.reduce((sum, { amount }) => sum + amount, 0)).toBe(1_250_050);
});

test("dates that are none, or end before they start, leave the day of the award", () => {
  expect(streamOf({ plannedDates: [{ startDate: "2005", endDate: "2004" }] }).years).toHaveLength(
    1,
  );
  expect(streamOf({ plannedDates: [{ startDate: "2005" }] }).years).toHaveLength(1);
});

test("areas are its places, a page of its own its source; of rules nothing is stated", () => {
  const stream = streamOf({
    url: "https://example.org/1",
    beneficiaryLocation: [{ geoCode: "E05000001", geoCodeType: "WD" }, { name: "Everywhere" }],
    grantProgramme: [{ title: "Young people" }],
  });
  expect(stream.places).toEqual([{ place: "E05000001", weight: 1 }]);
  expect(stream.evidence).toMatchObject({ source: "https://example.org/1", notes: "Young people" });
  expect(stream.rules.claims.frequency).toBeUndefined();
  expect(stream.rules.yearStart).toBeUndefined();
});
