/** What the server is like to ask: headers, tiles, downloads, the page. */
import { VectorTile } from "@mapbox/vector-tile";
import type { Express } from "express";
import { PbfReader } from "pbf";
import supertest from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appOver } from "../support/app.ts";
import { type ToyData, toyData } from "../support/toy-data.ts";

let toy: ToyData;
let app: Express;
let close: () => void;
let version: string;
beforeAll(async () => {
  toy = await toyData();
  ({ app, close } = await appOver(toy.db));
  version = (await supertest(app).get("/healthz")).body.dataVersion;
});
afterAll(() => {
  close();
  toy.remove();
});

const get = (path: string) => supertest(app).get(path);
/** The tile at zoom 7 that holds Leeds. */
const LEEDS = "7/63/41";
const tile = (layer: string) => get(`/tiles/${layer}/${LEEDS}.mvt`).buffer(true).parse(bytes);

function bytes(reply: supertest.Response, done: (error: Error | null, body: Buffer) => void) {
  const chunks: Buffer[] = [];
  const stream = reply as unknown as NodeJS.ReadableStream;
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  stream.on("end", () => done(null, Buffer.concat(chunks)));
}

test("the security headers let the map run and nothing else in", async () => {
  const { headers } = await get("/").expect(200);
  const policy = headers["content-security-policy"]!.split(";");
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("worker-src 'self' blob:");
  expect(policy).toContain("img-src 'self' data: blob:");
  expect(policy).toContain("style-src 'self' 'unsafe-inline'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy.join()).not.toMatch(/https?:|upgrade-insecure/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers).not.toHaveProperty("x-powered-by");
});

test("the page is always asked for, its hashed files are kept", async () => {
  const page = await get("/").expect(200);
  expect(page.text).toContain("The app");
  expect(page.headers["cache-control"]).toBe("no-cache");
  const script = await get("/assets/main-1a2b.js").expect(200);
  expect(script.headers["cache-control"]).toContain("immutable");
  await get("/index.html").expect(404);
});

test("cells and places of a tile carry what the app knows them by", async () => {
  const cells = new VectorTile(new PbfReader((await tile("cells").expect(200)).body)).layers.cells!;
  const found = Array.from({ length: cells.length }, (_, i) => cells.feature(i));
  expect(found.map(({ id }) => id).sort()).toEqual([0, 1, 2, 3]);
  for (const { id, properties } of found) expect(properties.cell).toBe(id);
  const places = new VectorTile(new PbfReader((await tile("places")).body)).layers.places!;
  const names = Array.from({ length: places.length }, (_, i) => places.feature(i).properties);
  expect(names).toContainEqual({ place: 0, code: "T1", name: "South West" });
});

test("a tile is kept for good only under its data version", async () => {
  const plain = await tile("cells");
  expect(plain.headers["content-type"]).toBe("application/vnd.mapbox-vector-tile");
  expect(plain.headers["patchwork-data"]).toBe(version);
  expect(plain.headers["cache-control"]).toBe("no-cache");
  const kept = await get(`/tiles/cells/${LEEDS}.mvt?v=${version}`);
  expect(kept.headers["cache-control"]).toContain("immutable");
  const old = await get(`/tiles/cells/${LEEDS}.mvt?v=sha256:0`);
  expect(old.headers["cache-control"]).toBe("no-cache");
  await get(`/tiles/cells/${LEEDS}.mvt`).set("If-None-Match", plain.headers.etag!).expect(304);
});

test("a tile without ground is empty, and the sea has land beside it", async () => {
  const empty = await get("/tiles/cells/9/0/0.mvt").expect(204);
  expect(empty.text).toBe("");
  expect((await tile("land").expect(200)).body.length).toBeGreaterThan(50);
});

test("a download says its name, its data and where its description is", async () => {
  const reply = await get("/export/places.csv?at=2000-06-01").expect(200);
  expect(reply.headers["content-type"]).toBe("text/csv; charset=utf-8; header=present");
  expect(reply.headers["content-disposition"]).toBe(
    `attachment; filename="patchwork-places-2000-06-01-${version.slice(7, 15)}.csv"`,
  );
  expect(reply.headers["patchwork-data"]).toBe(version);
  expect(reply.headers.link).toBe(
    '</export/places.meta.json?at=2000-06-01>; rel="describedby"; type="application/json"',
  );
  const about = await get("/export/places.meta.json?at=2000-06-01").expect(200);
  expect(about.body).toMatchObject({ question: { at: "2000-06-01" }, data_version: version });
});

test("long replies are compressed for who can read that", async () => {
  const { headers } = await get("/api/v1/study").set("Accept-Encoding", "gzip");
  expect(headers["content-encoding"]).toBe("gzip");
});
