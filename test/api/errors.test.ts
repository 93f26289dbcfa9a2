/** The shape of a refusal over HTTP: problem+json, a code of the table, a sentence, never a stack. */
import supertest from "supertest";
import { describe, expect, test } from "vitest";
import { problemReply } from "../../server/contract/replies.ts";
import { ERROR_CODES, type ErrorCode } from "../../server/core/errors.ts";
import { served } from "../support/served.ts";

const server = served();

const REFUSED: readonly (readonly [string, ErrorCode])[] = [
  ["/api/v1/nothing", "input/not-found"],
  ["/nothing", "input/not-found"],
  ["/assets/none.js", "input/not-found"],
  ["/assets/..%2f..%2fpackage.json", "input/not-found"],
  ["/%E0%A4%A", "input/not-found"],
  ["/api/v1/initiatives/%E0%A4%A", "input/invalid"],
  ["/api/v1/places?at=yesterday", "input/date"],
  ["/api/v1/places?at=2000-02-30", "input/date"],
  ["/api/v1/places?at=2000-01-01&at=2001-01-01", "input/invalid"],
  ["/api/v1/places?programme=XYZ", "input/unknown-programme"],
  ["/api/v1/places?category=nice", "input/unknown-category"],
  ["/api/v1/places?department=Magic", "input/unknown-department"],
  ["/api/v1/places?by=luck", "input/invalid"],
  ["/api/v1/places?date=2000-01-01", "input/invalid"],
  ["/api/v1/stack", "input/invalid"],
  ["/api/v1/stack?place=T9", "input/unknown-place"],
  ["/api/v1/initiatives/NONE-1", "input/unknown-initiative"],
  ["/api/v1/analysis?at=", "input/date"],
  ["/tiles/rivers/5/15/10.mvt", "input/not-found"],
  ["/tiles/cells/15/0/0.mvt", "input/invalid"],
  ["/tiles/cells/2/4/0.mvt", "input/invalid"],
  ["/tiles/cells/2/-1/0.mvt", "input/invalid"],
  ["/tiles/cells/two/1/0.mvt", "input/invalid"],
  ["/export/cells.shp", "format/unknown"],
  ["/export/pairs.geojson", "format/unknown"],
  ["/export/rivers.csv", "input/not-found"],
  ["/ogc/", "not-built"],
  ["/ogc", "not-built"],
  ["/ogc/collections", "not-built"],
];

describe.each(REFUSED)("%s", (path, code) => {
  test(`is refused as ${code}`, async () => {
    const reply = await supertest(server.app).get(path);
    expect(reply.headers["content-type"]).toMatch(/^application\/problem\+json/);
    const problem = problemReply.parse(reply.body);
    expect(problem).toMatchObject({ code, status: ERROR_CODES[code].status });
    expect(reply.status).toBe(problem.status);
    expect(problem.type).toBe(`urn:patchwork:problem:${code}`);
    expect(problem.detail).toMatch(/^["/A-Z].*[.]$/s);
    expect(reply.text).not.toMatch(/node_modules|\bat .*\.ts:\d/);
    expect(reply.headers["cache-control"]).toBe("no-store");
  });
});

test("what is not in the study is refused in one sentence wherever it is named", async () => {
  const saidBy = async (paths: readonly string[]) => {
    const said = [];
    for (const path of paths)
      said.push((await supertest(server.app).get(path).expect(404)).body.detail);
    return new Set(said);
  };
  const places = [
    "/api/v1/stack?place=T9",
    "/api/v1/streams?place=T9",
    "/api/v1/claims?place=T9",
    "/api/v1/partners?place=T9",
    "/api/v1/money?by=funder&place=T9",
    "/api/v1/places/T9/money",
    "/api/v1/duplication?place=T9",
    "/api/v1/chooser?place=T9",
  ];
  expect(await saidBy(places)).toEqual(new Set(['There is no place with the code "T9".']));
  const initiatives = [
    "/api/v1/initiatives/NONE-1",
    "/api/v1/initiatives/NONE-1/money",
    "/api/v1/streams?initiative=NONE-1",
    "/api/v1/partners?initiative=NONE-1",
    "/api/v1/chooser?initiative=NONE-1",
    "/api/v1/fit/NONE-1/toy",
  ];
  expect(await saidBy(initiatives)).toEqual(new Set(['There is no initiative "NONE-1".']));
});

test.each(["post", "put", "patch", "delete"] as const)("%s is not allowed", async (method) => {
  for (const path of [
    "/api/v1/study",
    "/",
    "/healthz",
    "/tiles/cells/5/15/10.mvt",
    "/export/cells.csv",
  ]) {
    const reply = await supertest(server.app)[method](path).expect(405);
    expect(reply.headers.allow).toBe("GET, HEAD");
    expect(reply.body.code).toBe("input/method");
  }
});

test("HEAD says what GET would, without a body", async () => {
  const reply = await supertest(server.app).head("/export/cells.geojson").expect(200);
  expect(reply.text).toBeFalsy();
  expect(reply.headers["patchwork-data"]).toMatch(/^sha256:/);
});

test("random addresses and parameters never bring the server down", async () => {
  const odd = [
    "%00",
    "..%2f",
    "'",
    '"',
    "<script>",
    "%F0%9F%92%A9",
    "[]",
    "constructor",
    "__proto__",
    "1e999",
    "-0",
  ];
  for (const text of odd) {
    for (const path of [
      `/api/v1/places?at=${text}`,
      `/api/v1/places?programme=${text}`,
      `/api/v1/stack?place=${text}`,
      `/api/v1/initiatives/${text}`,
      `/tiles/${text}/1/1/1.mvt`,
      `/tiles/cells/${text}/1/1.mvt`,
      `/export/${text}.csv`,
      `/export/cells.${text}`,
      `/${text}`,
      `/api/v1/places?${text}=1`,
    ]) {
      const reply = await supertest(server.app).get(path);
      expect(reply.status, path).toBeLessThan(500);
    }
  }
});
