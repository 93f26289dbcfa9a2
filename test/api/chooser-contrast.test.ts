/** Possible boundaries and neighbour contrast, with the figures of the toy data worked out by hand. */
import { describe, expect, test } from "vitest";
import { chooserReply } from "../../server/contract/chooser.ts";
import { contrastReply } from "../../server/contract/contrast.ts";
import { patchwork } from "../support/cli.ts";
import { served } from "../support/served.ts";
import { toyNeed } from "../support/toy-need.ts";

const server = served(toyNeed);

const { get } = server;
const AT = "at=2000-06-01";

describe("/api/v1/chooser", () => {
  test("HAZ-01 lies in T1 and T2: together it is whole, apart 3,000 of 5,000 are in one", async () => {
    const { body } = await get(`/api/v1/chooser?${AT}&initiative=HAZ-01`);
    const { candidates, initiatives, advice } = chooserReply.parse(body);
    expect(initiatives[0]!.places.map(({ code, people }) => [code, Math.round(people!)])).toEqual([
      ["T1", 3000],
      ["T2", 2000],
    ]);
    expect(
      candidates.map(({ rank, kind, unsplit, label }) => [rank, kind, unsplit, label]),
    ).toEqual([
      [1, "union", 1, "together: South West, South East"],
      [2, "districts", 0, "each place by itself"],
    ]);
    expect(candidates[1]!.people_inside).toBeCloseTo(0.6, 4);
    expect(advice.join(" ")).not.toMatch(/should|must|recommend/i);
  });

  test("at a place: everything recorded there, also where only the place is known", async () => {
    const { body } = await get(`/api/v1/chooser?${AT}&place=T1`);
    const { initiatives } = chooserReply.parse(body);
    expect(initiatives.map(({ id, places }) => [id, places.map(({ code }) => code)])).toEqual([
      ["HAZ-01", ["T1", "T2"]],
      ["NDC-01", ["T1"]],
    ]);
    expect(initiatives[1]!.places[0]!.people).toBeNull();
  });

  test.each([
    ["", 400, "input/invalid"],
    ["&place=T1&initiative=HAZ-01", 400, "input/invalid"],
    ["&place=T9", 404, "input/unknown-place"],
    ["&initiative=HAZ-99", 404, "input/unknown-initiative"],
    ["&initiative=HAZ-01&programme=EZ", 404, "input/unknown-initiative"],
  ])("%s is refused", async (query, status, code) => {
    expect((await get(`/api/v1/chooser?${AT}${query}`, status)).body).toMatchObject({ code });
  });

  test("choose gives the same, and a table", async () => {
    const args = ["choose", "--at", "2000-06-01", "--initiative", "HAZ-01", "--db", server.toy.db];
    const json = await patchwork(server.toy.folder, [...args, "--json"]);
    const { body } = await get(`/api/v1/chooser?${AT}&initiative=HAZ-01`);
    expect(JSON.parse(json.out)).toEqual(body);
    const { out } = await patchwork(server.toy.folder, args);
    expect(out).toMatch(/1 +1 of 1 +100\.0 % +0 +together: South West, South East/);
  });
});

describe("/api/v1/contrast", () => {
  const rowOf = async (query: string) => {
    const { body } = await get(`/api/v1/contrast?${AT}${query}`);
    return contrastReply.parse(body).initiatives.find(({ id }) => id === "HAZ-01")!;
  };

  test("250,000 for 5,000 people is 50 a head; outside, people are not known", async () => {
    const row = await rowOf("&programme=HAZ");
    expect(row).toMatchObject({ money: 250_000, ratio: null });
    expect(row.people).toBeCloseTo(5000, -1);
    expect(row.people_best_fit).toBe(5000);
    expect(row.inside.per_head).toBeCloseTo(50, 1);
    // The people of D, in T4, are not known, so those outside are not.
    expect(row.outside).toEqual({ people: null, per_head: null, unknown: [] });
  });

  test("an Employment Zone next door without a printed figure is unknown, not nought", async () => {
    const row = await rowOf("");
    expect(row.ratio).toBeNull();
    expect(row.outside.unknown).toEqual(["EZ-01"]);
    expect(row.outside.per_head).toBeNull();
  });
});
