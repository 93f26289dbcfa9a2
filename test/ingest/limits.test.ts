import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readContent } from "../../server/ingest/file-content.ts";
import {
  beyond,
  EXPANSION_FROM,
  expansionMeter,
  LIMITS,
  type Limits,
  timer,
} from "../../server/ingest/limits.ts";
import { scratchFolder } from "../support/scratch.ts";

const { write } = scratchFolder("limits");

const feature =
  '{"type":"Feature","properties":{"a":"12345","b":1},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}';
const text = `{"type":"FeatureCollection","features":[${feature},${feature}]}`;

describe("a file", () => {
  test.each<[keyof Limits, number, string]>([
    ["features", 2, "limit/features"],
    ["vertices", 6, "limit/vertices"],
    ["fields", 2, "limit/fields"],
    ["fieldLength", 5, "limit/field-length"],
    ["fileBytes", text.length, "limit/size"],
  ])("at the limit of %s is read, one beyond it is refused", async (limit, most, code) => {
    const path = write("a.geojson", text);
    await readContent(path, { limits: { [limit]: most } });
    await expect(readContent(path, { limits: { [limit]: most - 1 } })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^a\.geojson .* (more|larger) than .*the most that is read/),
      detail: { file: "a.geojson", limit, most: most - 1 },
    });
  });

  test("that is gzipped is counted as it unpacks", async () => {
    const path = write("a.geojson.gz", gzipSync(text));
    await readContent(path, { limits: { expandedBytes: text.length } });
    await expect(
      readContent(path, { limits: { expandedBytes: text.length - 1 } }),
    ).rejects.toMatchObject({ code: "limit/expanded" });
    const bomb = write("bomb.geojson.gz", gzipSync(Buffer.alloc(EXPANSION_FROM + 1_000_000, 0x20)));
    await expect(readContent(bomb)).rejects.toMatchObject({ code: "limit/expansion" });
  });

  test("that takes too long is given up", async () => {
    const path = write("slow.geojson", text);
    await expect(readContent(path, { limits: { seconds: -1 } })).rejects.toMatchObject({
      code: "limit/time",
      message: expect.stringMatching(/^slow\.geojson takes more than -1 seconds to read/),
    });
    expect(timer({ ...LIMITS, seconds: 60 }, "a")).not.toThrow();
  });
});

test("growth is no matter below 16 MB, and exact beyond", () => {
  const limits = { ...LIMITS, expansion: 100 };
  const packed = (EXPANSION_FROM + 100) / 100;
  expect(() => expansionMeter(limits, "a.zip")(EXPANSION_FROM, 1)).not.toThrow();
  expect(() => expansionMeter(limits, "a.zip")(EXPANSION_FROM + 100, packed)).not.toThrow();
  expect(() => expansionMeter(limits, "a.zip")(EXPANSION_FROM + 101, packed)).toThrowError(
    /a\.zip unpacks to more than 100 times its size/,
  );
});

test("every limit stands in docs/formats.md with its code", () => {
  const document = readFileSync("docs/formats.md", "utf8");
  const codes = Object.keys(LIMITS).map((limit) => beyond(limit as keyof Limits, LIMITS, "a").code);
  expect(codes.filter((code) => !document.includes(`\`${code}\``))).toEqual([]);
});
