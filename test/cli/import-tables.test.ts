/** `import` of tables of areas, of reference layers and of weights over the toy data. */
import { expect, test } from "vitest";
import { officer, X, Y } from "../support/officer.ts";
import { square } from "../support/squares.ts";

const { importing, json, outlineAt, put, run } = officer("import-tables");

test("a table of codes and names: exact ones compose the outline, others are never guessed", async () => {
  put(
    "members.csv",
    "Zone,District,Start\nNorth,T3,1999-01-01\nNorth,North East,\nSouth,South Wset,\n",
  );
  const refused = await run("import", "members.csv", "--programme", "HAZ");
  expect(refused.status).toBe(2);
  expect(refused.err).toContain("South Wset; perhaps South West (T1)");
  expect(refused.err).toContain("(import/undecided)");
  const said = ["--programme", "HAZ", "--match", "South Wset=T1"];
  const { items, warnings } = await importing("members.csv", ...said);
  expect(items.map(({ id }: { id: string }) => id)).toEqual(["HAZ-north", "HAZ-south"]);
  expect(warnings).toEqual(["1 area was found by exact name, not by code."]);
  const [north] = await outlineAt("HAZ-north", 2);
  expect(north.properties).toMatchObject({
    grade: "composed",
    definition: "2 areas of Toy districts",
  });
  const left = await importing("members.csv", "--programme", "HAZ", "--leave-out");
  expect(left.problems).toBe(1);
  const { initiatives } = await json("list", "initiatives");
  expect(initiatives.map(({ id }: { id: string }) => id)).toContain("HAZ-south");
});

test("a reference layer and weights have their history too", async () => {
  const area = (code: string, dx: number) => ({
    properties: { WD13CD: code, WD13NM: `Ward ${code}` },
    rings: [square(X + dx, Y, 1000)],
  });
  put("wards.geojson", [area("W1", 0), area("W2", 1000)]);
  const { what } = await importing("wards.geojson", "--reference", "wards", "--title", "Wards");
  expect(what).toBe("2 areas of wards");
  put("wards.geojson", [area("W1", 0), area("W2", 1000), area("W3", 2000)]);
  await importing("wards.geojson", "--reference", "wards");
  const areas = async () =>
    (await json("list", "references")).references.find(({ id }: { id: string }) => id === "wards");
  expect(await areas()).toMatchObject({ areas: 3, title: "Wards" });
  await run("restore", "2");
  expect(await areas()).toMatchObject({ areas: 2 });
  expect((await outlineAt("wards", 3)).length).toBe(3);
  put("people.csv", "Ward code,Population\nW1,1200\nW2,\n");
  const weights = await importing("people.csv", "--weights", "people-wards", "--scheme", "ward13");
  expect(weights.warnings).toEqual(["1 row without a value left out, being unknown and not 0."]);
  const { weights: sets } = await json("list", "weights");
  expect(sets).toMatchObject([{ id: "people-wards", number: 1, total: 1200 }]);
  const places = await run("import", "wards.geojson", "--reference", "toy");
  expect(places.err).toContain("(input/invalid)");
});

test("check holds a table of codes against a loaded layer, or a file; without either it says so", async () => {
  put("members.csv", "Zone,District code\nNorth,T3\nNorth,T9\nSouth,South Wset\n");
  const look = async (...args: string[]) => {
    const { out } = await run("check", "members.csv", ...args, "--json");
    const { problems, notes } = JSON.parse(out);
    const unknown = problems.find(({ problem }: { problem: string }) => problem === "unknown-area");
    return { notes, values: unknown?.findings.map(({ value }: { value: string }) => value) };
  };
  const without = await look();
  expect(without.values).toBeUndefined();
  expect(without.notes.join()).toContain("was not looked at");
  const layer = await look("--against", "toy");
  expect(layer).toEqual({
    notes: [],
    values: [
      "T9; perhaps South West (T1) or South East (T2) or North West (T3)",
      "South Wset; perhaps South West (T1)",
    ],
  });
  put("areas.csv", "Area code,Area name\nT3,North East\nT9,Nowhere\n");
  expect((await look("--against", "areas.csv")).values).toEqual(["South Wset"]);
  const neither = await run("check", "members.csv", "--against", "mars");
  expect(neither.err).toMatch(
    /neither a file nor a loaded reference layer\. Loaded: .*toy.*\(file\/missing\)/,
  );
});
