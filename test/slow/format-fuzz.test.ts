import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { readContent } from "../../server/ingest/file-content.ts";
import { corpusPath, hasCorpora } from "../support/corpora-cases.ts";
import { fuzzReaders, SAMPLES } from "../support/format-fuzz.ts";
import { scratchFolder } from "../support/scratch.ts";

const { write } = scratchFolder("fuzz-sound");

test("each sample is sound: the damage is what is refused", async () => {
  for (const { name, bytes, read, beside = {} } of SAMPLES) {
    for (const [other, content] of Object.entries(beside)) write(other, content);
    await read(write(name, bytes), {});
  }
});

test("500 damaged files are read or refused: no crash, no hang, no other fault", async () => {
  const { cases, read, refused } = await fuzzReaders(500, 20_261_125);
  expect(cases).toBe(500);
  expect(read + refused).toBe(500);
  expect(refused).toBeGreaterThan(100);
  expect(read).toBeGreaterThan(30);
});

describe.skipIf(!hasCorpora())("real shapefiles (needs ../shared/corpora)", () => {
  test("300 damaged ones are read or refused", async () => {
    const folder = corpusPath("mbostock-shapefile");
    const samples = readdirSync(folder)
      .filter((name) => name.endsWith(".shp"))
      .map((name) => ({
        name: basename(name),
        bytes: readFileSync(`${folder}/${name}`),
        read: (path: string) => readContent(path, { onFinding: () => undefined }),
      }));
    const { cases } = await fuzzReaders(300, 7, samples);
    expect(cases).toBe(300);
  });
});
