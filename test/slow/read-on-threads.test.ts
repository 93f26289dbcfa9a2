import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cutGeoJson } from "../../server/ingest/geojson-cuts.ts";
import { readPolygons } from "../../server/ingest/read-polygons.ts";
import { startThreads, type Threads } from "../../server/threads/pool.ts";
import { chance } from "../support/workloads-random.ts";

let folder = "";
let threads: Threads;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-threads-"));
  threads = startThreads(2);
});
afterAll(async () => {
  await threads.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Shape {
  /** How many features of some 5 kB: 2,500 make three stretches. */
  readonly features: number;
  readonly head?: string;
  readonly tail?: string;
  readonly properties?: (index: number) => string;
  /** Text of the whole, put through this at the end. */
  readonly change?: (text: string) => string;
}

const HEAD = '{"type":"FeatureCollection","features":[';

function text({ features, head = HEAD, tail = "]}", properties, change }: Shape): string {
  const random = chance(7);
  const list = Array.from({ length: features }, (_, i) => {
    const [x, y] = [random.between(-2, 0), random.between(51, 53)];
    const ring = Array.from({ length: 130 }, (_, k) => {
      const angle = (k * 2 * Math.PI) / 130;
      return `[${x + 0.01 * Math.cos(angle)},${y + 0.01 * Math.sin(angle)}]`;
    });
    const own = properties?.(i) ?? `{"name":"n${i}"}`;
    const coordinates = `[[${[...ring, ring[0]]}]]`;
    return `{"type":"Feature","properties":${own},"geometry":{"type":"Polygon","coordinates":${coordinates}}}`;
  });
  const whole = `${head}${list.join(",\n")}${tail}`;
  return change ? change(whole) : whole;
}

function write(name: string, shape: Shape): string {
  const path = join(folder, name);
  const whole = text(shape);
  writeFileSync(path, name.endsWith(".gz") ? gzipSync(whole, { level: 1 }) : whole);
  return path;
}

/** All that was read, or the error, but for what differs from run to run. */
async function outcome(paths: string[], on?: Threads) {
  try {
    const { seconds: _, toLonLat: __, ...read } = await readPolygons(paths, { threads: on });
    return read;
  } catch (error) {
    return error;
  }
}

const LARGE = 2500;
const inside = (index: number) => `{"list":[0,{"type":"Feature","id":"${index}"}]}`;
const after = () => Array.from({ length: 200_000 }, () => '{"type":"Feature","id":"x"}').join(",");

const CASES: Record<string, Shape> = {
  plain: { features: LARGE },
  "with its system before the features": {
    features: LARGE,
    head: '{"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"type":"FeatureCollection","features":[',
  },
  "with its system behind the features": {
    features: LARGE,
    tail: '],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}}',
  },
  "whose type stands behind the features": {
    features: LARGE,
    head: '{"features":[',
    tail: '],"type":"FeatureCollection"}',
  },
  "with what looks like features inside of features": { features: LARGE, properties: inside },
  "with what looks like features behind the features": {
    features: 1000,
    tail: `],"other":[${after()}]}`,
  },
  "of two collections": { features: LARGE, tail: `]}\n${HEAD}]}` },
  "with quotes, brackets and commas in its texts": {
    features: LARGE,
    properties: (index) => JSON.stringify({ name: `"]},{"type":"Feature" ${index} \\` }),
  },
  "with a member of a geometry on either side": {
    features: LARGE,
    head: '{"coordinates":[],"type":"FeatureCollection","features":[',
    tail: '],"coordinates":[]}',
  },
  "cut short": { features: LARGE, change: (whole) => whole.slice(0, -5000) },
  "broken in its midst": {
    features: LARGE,
    change: (whole) => `${whole.slice(0, 7e6)}"${whole.slice(7e6)}`,
  },
  "with a point late": {
    features: LARGE,
    tail: ',{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]}}]}',
  },
  "with what follows its end": { features: LARGE, tail: "]}]" },
};

describe("reading on threads", () => {
  test.each(Object.entries(CASES))("gives what one thread gives: a file %s", async (_, shape) => {
    const path = write("case.geojson", shape);
    expect(await outcome([path], threads)).toEqual(await outcome([path]));
  });

  test("really cuts a large file, at features", async () => {
    const path = write("cut.geojson", { features: LARGE });
    const whole = text({ features: LARGE });
    const stretches = await cutGeoJson(path, whole.length);
    expect(stretches.length).toBeGreaterThan(2);
    stretches.forEach(({ from, to }, i) => {
      const next = stretches[i + 1];
      if (i > 0) expect(whole.slice(from).trimStart()).toMatch(/^\{"type":"Feature"/);
      if (next) expect(whole.slice(to, next.from)).toBe(",");
    });
  });

  test("leaves whole what is small, zipped or without a type at the front", async () => {
    const small = write("small.geojson", { features: 10 });
    const zipped = write("zipped.geojson.gz", { features: LARGE });
    const late = write("late.geojson", CASES["whose type stands behind the features"]!);
    expect((await cutGeoJson(small, 1e5)).length).toBe(1);
    expect((await cutGeoJson(zipped, 2e7)).length).toBe(1);
    expect((await cutGeoJson(late, 2e7)).length).toBe(1);
    const paths = [zipped, small];
    expect(await outcome(paths, threads)).toEqual(await outcome(paths));
  });

  test("of files at fault the first is named, as on one thread", async () => {
    const good = write("good.geojson", { features: 5 });
    const bad = write("bad.geojson", { features: 5, tail: "" });
    const paths = [good, bad, join(folder, "missing.geojson")];
    const error = await outcome(paths, threads);
    expect(error).toEqual(await outcome(paths));
    expect(error).toMatchObject({ code: "format/malformed" });
  });

  test("stops at the signal", async () => {
    const path = write("stop.geojson", { features: LARGE });
    const controller = new AbortController();
    const stages: string[] = [];
    const reading = readPolygons([path], {
      threads,
      signal: controller.signal,
      progress: (stage) => {
        stages.push(stage);
        controller.abort();
      },
    });
    await expect(reading).rejects.toMatchObject({ code: "work/cancelled" });
    expect(new Set(stages)).toEqual(new Set(["read"]));
  });
});
