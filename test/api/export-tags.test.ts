/** Exports carry the tag of their bytes: who has the file already is told so and sent nothing. */
import supertest from "supertest";
import { describe, expect, test } from "vitest";
import { etagOf } from "../../server/api/etag.ts";
import { taggedFile } from "../../server/api/tagged-file.ts";
import { served } from "../support/served.ts";

const server = served();

const AT = "at=2001-06-01";

test.each([
  "/export/places.csv",
  "/export/cells.geojson",
  "/export/places.fgb",
  "/export/claims.ics",
  "/export/places.meta.json",
  "/export/map.svg",
  "/export/briefing.html",
])("%s is sent once", async (path) => {
  const ask = () => supertest(server.app).get(`${path}?${AT}`).buffer();
  const first = await ask().expect(200);
  const { etag } = first.headers;
  expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
  const again = await ask().set("If-None-Match", etag!).expect(304);
  expect(again.text).toBe("");
  expect(again.headers).toMatchObject({ etag, "patchwork-data": first.headers["patchwork-data"] });
  const other = await supertest(server.app)
    .get(`${path}?at=1997-06-01`)
    .set("If-None-Match", etag!);
  expect(other.status).toBe(200);
});

test("the tag is of the bytes: a question that changes none of them has it too", async () => {
  const { text, headers } = await supertest(server.app).get(`/export/places.csv?${AT}`).expect(200);
  expect(headers.etag).toBe(etagOf(text));
  const packed = await supertest(server.app)
    .get(`/export/places.csv?${AT}`)
    .set("Accept-Encoding", "gzip");
  expect(packed.headers.etag).toBe(headers.etag);
});

describe("a file that is too large to be held", () => {
  const chunks = ["a,b\n", Uint8Array.of(49, 44, 50, 10), "é,4\n"];
  const whole = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)));

  test.each([
    [0, 2],
    [whole.length - 1, 2],
    [whole.length, 1],
  ])("of which %i bytes may be is written %i times, with one tag", async (mostHeld, times) => {
    let written = 0;
    const write = function* () {
      written++;
      yield* chunks;
    };
    const file = await taggedFile(write, mostHeld);
    expect(Buffer.concat([...file.chunks].map((chunk) => Buffer.from(chunk)))).toEqual(whole);
    expect(file.etag).toBe(etagOf(whole));
    expect(written).toBe(times);
  });

  test("a refusal half way is thrown before anything is sent", async () => {
    const write = function* () {
      yield "a";
      throw new Error("no room");
    };
    await expect(taggedFile(write)).rejects.toThrow("no room");
  });
});
