import supertest from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROUTES } from "../../server/api/routes/registry.ts";
import { appOver } from "../support/app.ts";
import { type ToyData, toyData } from "../support/toy-data.ts";

interface Document {
  openapi: string;
  servers: { url: string }[];
  paths: Record<
    string,
    {
      get: {
        operationId: string;
        parameters: { name: string; in: string; required: boolean }[];
        responses: Record<string, { content?: Record<string, { schema?: object }> }>;
      };
    }
  >;
}

let toy: ToyData;
let close: () => void;
let document: Document;
beforeAll(async () => {
  toy = await toyData();
  const served = await appOver(toy.db, { publicUrl: "https://patchwork.example.org" });
  close = served.close;
  document = (await supertest(served.app).get("/api/v1/openapi.json").expect(200)).body;
});
afterAll(() => {
  close();
  toy.remove();
});

test("it is OpenAPI 3.1 at the address that others see", () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(document.servers).toEqual([{ url: "https://patchwork.example.org" }]);
});

test("every route stands in it, with every parameter of its path", () => {
  expect(Object.keys(document.paths).sort()).toEqual(ROUTES.map(({ path }) => path).sort());
  for (const [path, { get }] of Object.entries(document.paths)) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const stated = get.parameters.filter((one) => one.in === "path").map(({ name }) => name);
    expect(stated, path).toEqual(named);
    expect(
      get.parameters.filter((one) => one.in === "path").every(({ required }) => required),
    ).toBe(true);
  }
});

test("every JSON reply has a schema, every route says how it fails, every operation its own name", () => {
  const names = Object.values(document.paths).map(({ get }) => get.operationId);
  expect(new Set(names).size).toBe(names.length);
  for (const [path, { get }] of Object.entries(document.paths)) {
    for (const [type, { schema }] of Object.entries(get.responses[200]!.content!)) {
      if (type === "application/json") expect(schema, path).toMatchObject({ type: "object" });
    }
    expect(get.responses.default!.content).toHaveProperty(["application/problem+json"]);
  }
});

test("the question's parameters are described once for every route that takes them", () => {
  const of = (path: string) => document.paths[path]!.get.parameters.map(({ name }) => name);
  expect(of("/api/v1/places")).toEqual([
    "at",
    "programme",
    "category",
    "aim",
    "department",
    "funder",
    "by",
    "months",
    "region",
    "v",
  ]);
  expect(of("/api/v1/stack")).toContain("place");
  expect(of("/export/{unit}.{format}")).toEqual([
    "unit",
    "format",
    "at",
    "programme",
    "category",
    "aim",
    "department",
    "funder",
    "v",
    "fields",
    "region",
    "place",
    "share",
    "score",
  ]);
});
