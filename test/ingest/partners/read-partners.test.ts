import { expect, test } from "vitest";
import { type KnownBodies, readPartners } from "../../../server/ingest/partners/read-partners.ts";
import { csvTable } from "../../support/csv-table.ts";

const KNOWN: KnownBodies = {
  initiatives: new Set(["SRB-01"]),
  cases: new Set(),
  aims: new Set(["jobs", "crime"]),
  organisations: ["Manchester City Council"],
};
type Row = Readonly<Record<string, string | number>>;
const read = (...rows: Row[]) => readPartners(csvTable(rows, "partners.csv"), new Map(), KNOWN);

test("a board with its seats, aims and targets", () => {
  const board = { body: "b", body_name: "A board", initiative: "SRB-01", meetings_a_year: 12 };
  const found = read(
    {
      ...board,
      organisation: "A council",
      sector: "local authority",
      aims: "jobs*; crime",
      targets: "jobs | people into work | 1,200 | 31/03/2002",
    },
    { ...board, organisation: "A temple", sector: "faith", attendance: "unknown" },
  );
  expect(found.problems).toEqual([]);
  expect(found.boards).toMatchObject([{ id: "b", name: "A board", meetingsAYear: 12 }]);
  expect(found.seats).toMatchObject([
    { organisation: "A council", kind: "local_authority", attendance: "present", role: "member" },
    { organisation: "A temple", kind: "faith", attendance: "unknown" },
  ]);
  expect(found.memberships).toEqual([]);
  expect(found.aims).toMatchObject([
    { of: "b", term: "crime", weight: "secondary" },
    { of: "b", term: "jobs", weight: "primary" },
  ]);
  expect(found.targets).toMatchObject([{ of: "b", topic: "jobs", value: 1200, by: "2002-03-31" }]);
});

test("without a board a row is a part in the initiative itself", () => {
  const { memberships, seats, boards } = read({ initiative: "SRB-01", organisation: "A college" });
  expect(boards).toEqual([]);
  expect(seats).toEqual([]);
  expect(memberships).toMatchObject([{ of: "SRB-01", sector: "other", kind: undefined }]);
});

const SEAT = { body: "b", organisation: "A council" };
test.each<[string, string, Row | Row[], string]>([
  ["no organisation", "funding/value", { body: "b", organisation: "" }, "organisation"],
  ["neither board nor initiative", "funding/value", { body: "", organisation: "X" }, "body"],
  ["a seat twice", "funding/duplicate", [SEAT, SEAT], "organisation"],
  ["a board called as an initiative", "funding/duplicate", { ...SEAT, body: "SRB-01" }, "body"],
  ["an unknown initiative", "funding/unknown", { ...SEAT, initiative: "X" }, "initiative"],
  ["an unknown aim", "funding/unknown", { ...SEAT, aims: "glory" }, "aims"],
  ["a sector that is none", "funding/value", { ...SEAT, sector: "army" }, "sector"],
  ["a target without a measure", "funding/value", { ...SEAT, targets: "jobs" }, "targets"],
  [
    "boards that meet at two rates",
    "funding/duplicate",
    [
      { ...SEAT, meetings_a_year: 4 },
      { ...SEAT, organisation: "Y", meetings_a_year: 6 },
    ],
    "meetings_a_year",
  ],
])("%s is refused", (_, code, rows, column) => {
  expect(read(...[rows].flat()).problems).toMatchObject([{ code, column }]);
});
