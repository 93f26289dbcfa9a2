import { afterAll, beforeAll, expect, test } from "vitest";
import { askToy, type ToyAsker } from "../support/ask-toy.ts";

let toy: ToyAsker;
beforeAll(async () => {
  toy = await askToy();
});
afterAll(() => toy.close());

test("an initiative's funders are those of its streams, else of its programme", () => {
  const { initiatives, funders, programmes } = toy.loaded.study;
  const of = (id: string) =>
    initiatives.find((one) => one.id === id)!.funders.map((at) => funders[at]);
  expect(of("HAZ-01")).toEqual(["Department of Health"]);
  const ez = initiatives.find(({ id }) => id === "EZ-01")!;
  expect(of("EZ-01")).toEqual([programmes[ez.programme]!.leadDepartment]);
});
