/** The registry in `data/registry`: what its README says of it holds. */
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readRegistry } from "../../../server/ingest/registry/read-registry.ts";

const path = (relative: string) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url));
const registry = readRegistry(path("data/registry"));

const countBy = <T>(rows: readonly T[], key: (row: T) => string) => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
  return counts;
};
const initiative = (id: string) => registry.initiatives.find((row) => row.id === id);
const programme = (code: string) => registry.programmes.find((row) => row.code === code);

test("it holds 31 programmes and 582 initiatives, by programme as its README counts them", () => {
  expect(registry.programmes).toHaveLength(31);
  expect(countBy(registry.initiatives, (row) => row.programme)).toEqual({
    HAZ: 26,
    EZ: 20,
    NDC: 39,
    EAZ: 73,
    NRF: 91,
    SURE_START: 82,
    NMP: 24,
    SRB: 75,
    CITY_CHALLENGE: 31,
    HAT: 6,
    EIC: 45,
    URBAN2: 11,
    URBAN1: 3,
    OBJ1: 4,
    CONNEXIONS: 12,
    URC: 16,
    CCP: 14,
    WARDENS: 6,
    SAZ: 3,
    CHILDRENS_FUND: 1,
  });
  expect(countBy(registry.initiatives, (row) => row.confidence)).toEqual({
    sourced: 507,
    recalled: 75,
  });
});

test("Employment Zones are 15 by regulation and 5 prototypes; the NRF is 88 and 3 more", () => {
  const rounds = (code: string) =>
    countBy(
      registry.initiatives.filter((row) => row.programme === code),
      (row) => row.round,
    );
  expect(rounds("EZ")).toEqual({ "full zone": 15, prototype: 5 });
  expect(rounds("NRF")).toEqual({ "2001-06": 88, "added 2006-08": 3 });
});

test("731 partners, 686 yearly figures by kind, 37 rule changes, 115 aims", () => {
  expect(registry.partners).toHaveLength(731);
  expect(countBy(registry.streams, (row) => row.kind)).toEqual({
    allocation: 612,
    spend: 44,
    award: 30,
  });
  expect(registry.ruleChanges).toHaveLength(37);
  expect(registry.aims).toHaveLength(115);
});

test.each([
  ["SRB", "holistic"],
  ["NDC", "holistic"],
  ["EAZ", "theme"],
  ["EZ", "theme"],
  ["SURE_START", "client"],
  ["HAZ", "partnership"],
  ["NCR", "partnership"],
])("PAT 17 paragraph 4.45 puts %s under %s", (code, category) => {
  expect(programme(code)?.category).toBe(category);
});

test("how many initiatives there were is known for 19 programmes and never below those held", () => {
  const held = countBy(registry.initiatives, (row) => row.programme);
  const known = registry.programmes.filter((row) => row.existed !== null);
  expect(known).toHaveLength(19);
  for (const { code, existed } of known) expect(existed).toBeGreaterThanOrEqual(held[code] ?? 0);
  for (const row of registry.programmes) expect(row.existed_note).not.toBe("");
  for (const code of ["HAZ", "EZ", "NDC", "EAZ", "NRF", "CITY_CHALLENGE", "HAT", "CCP"]) {
    expect([code, programme(code)?.existed]).toEqual([code, held[code]]);
  }
});

test("every sourced row says its source", () => {
  const rows = [
    ...registry.programmes,
    ...registry.initiatives,
    ...registry.partners,
    ...registry.streams,
    ...registry.ruleChanges,
    ...registry.boundaryVersions,
    ...registry.indications,
  ];
  expect(rows.filter((row) => row.confidence === "sourced" && row.source === "")).toEqual([]);
});

test("every English member has a code of before 2009, since the outline is made from those", () => {
  const composed = registry.initiatives.filter((row) => row.area_definition === "la_set");
  for (const row of composed) {
    const english = row.member_lad_codes.some((code) => code.startsWith("E"));
    expect([row.id, row.member_lad04_codes.length > 0]).toEqual([row.id, english]);
  }
});

test("codes and names that run in step name the same districts", () => {
  const letters = (name: string) =>
    name
      .toLowerCase()
      .replace("&", "and")
      .replace(/, (city|county) of$|\bcity\b|\bborough\b|[^a-z]/g, "")
      .replace(/^(kingstonupon)?hull$/, "kingstonuponhull");
  const wrong = registry.initiatives.flatMap((row) =>
    row.member_lad04_codes.flatMap((code, i) => {
      if (row.member_lad04_codes.length !== row.member_las.length) return [];
      const name = registry.districts.get(`lad04:${code}`)?.name ?? "";
      return letters(name) === letters(row.member_las[i] ?? "") ? [] : [[row.id, code, name]];
    }),
  );
  expect(wrong).toEqual([]);
});

test("the 354 districts before 2009 each lie in one of nine regions", () => {
  const districts = [...registry.districts.values()];
  const english = districts.filter((row) => row.scheme === "lad04");
  expect(english).toHaveLength(354);
  expect(new Set(english.map((row) => row.region)).size).toBe(9);
  expect(districts.filter((row) => row.scheme === "lad13")).toHaveLength(380);
});

test("boundary versions of an initiative follow on from its start to its end, without a gap", () => {
  for (const id of new Set(registry.boundaryVersions.map((row) => row.initiative_id))) {
    const spans = registry.boundaryVersions.filter((row) => row.initiative_id === id);
    const [first, last] = [spans[0]!, spans[spans.length - 1]!];
    if (first.valid_from === null) {
      expect(spans).toHaveLength(1);
      continue;
    }
    expect(first.valid_from).toBe(initiative(id)?.start_date);
    expect(last.valid_to).toBe(initiative(id)?.end_date);
    spans.slice(1).forEach((span, i) => {
      expect(span.valid_from).toBe(spans[i]?.valid_to);
    });
  }
});

test("the Employment Zones were whole districts from 5 June 2000, Birmingham's until April 2006", () => {
  const spans = (id: string) =>
    registry.boundaryVersions
      .filter((row) => row.initiative_id === id)
      .map(({ valid_from, grade }) => [valid_from, grade]);
  expect(spans("EZ-02")).toEqual([
    ["2000-04-03", "located"],
    ["2000-06-05", "composed"],
  ]);
  expect(spans("EZ-01")).toEqual([
    ["2000-04-03", "located"],
    ["2000-06-05", "composed"],
    ["2006-04-24", "located"],
    ["2007-04-24", "located"],
  ]);
});

test("figures that are part of another are marked, so that nothing adds them", () => {
  expect(countBy(registry.streams, (row) => row.part)).toEqual({
    whole: 521,
    administration: 135,
    running_costs: 30,
  });
  const inNotes = registry.streams.filter((row) => row.notes.includes("do not add"));
  expect(inNotes.every((row) => row.part === "administration")).toBe(true);
  const owners = new Set(
    inNotes.map((row) => row.initiative_id).filter((id) => id.startsWith("NDC")),
  );
  expect(owners.size).toBe(21);
});

test("a line without an initiative says which part of the country it is for", () => {
  for (const row of registry.streams) {
    expect([row.scope === "initiative", row.line === ""]).toEqual([
      row.initiative_id !== "",
      row.initiative_id !== "",
    ]);
  }
});

test("North East Lincolnshire joined the NRF in 2006; URBAN II has Kent and Clydebank", () => {
  const named = registry.initiatives.filter((row) => row.programme === "NRF");
  expect(named.find((row) => row.name.includes("North East Lincolnshire"))?.round).toBe(
    "added 2006-08",
  );
  const urban = registry.initiatives.filter((row) => row.programme === "URBAN2");
  expect(urban.some((row) => /Thames Gateway Kent/.test(row.name))).toBe(true);
  expect(urban.some((row) => /Clydebank South and Port Glasgow/.test(row.name))).toBe(true);
});

test("the districts of the first-wave HAZ are 32, of all HAZ 65", () => {
  const codes = (rounds: readonly string[]) =>
    new Set(
      registry.initiatives
        .filter((row) => row.programme === "HAZ" && rounds.includes(row.round))
        .flatMap((row) => row.member_lad04_codes),
    );
  expect(codes(["wave 1"]).size).toBe(32);
  expect(codes(["wave 1", "wave 2"]).size).toBe(65);
});
