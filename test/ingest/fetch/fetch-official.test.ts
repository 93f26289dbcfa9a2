import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fetchOfficial } from "../../../server/ingest/fetch/fetch-official.ts";
import {
  OFFICIAL_LAYERS,
  type OfficialLayer,
} from "../../../server/ingest/fetch/official-layers.ts";
import { load } from "../../../server/ingest/load.ts";
import { openDb } from "../../../server/store/db.ts";
import { referenceLayerTable } from "../../../server/store/reference-layer.ts";
import { patchwork } from "../../support/cli.ts";
import { type FeatureService, featureService } from "../../support/feature-service.ts";

let folder: string;
let service: FeatureService;
let waits: number[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-fetch-"));
  waits = [];
  service = await featureService(25, 10);
});
afterEach(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

const layerOf = (id: string): OfficialLayer => OFFICIAL_LAYERS.find((one) => one.id === id)!;
const fetchLayer = async (id = "regions") => {
  const [fetched] = await fetchOfficial({
    layers: [layerOf(id)],
    address: service.address,
    folder,
    today: "2026-11-25",
    wait: async (ms) => void waits.push(ms),
  });
  return fetched!;
};
const collection = () => JSON.parse(readFileSync(join(folder, "regions.geojson"), "utf8"));
const refusal = (code: string) => expect.objectContaining({ name: "AppError", code });
const status = (code: number, headers: Record<string, string> = {}) => ({
  answer: (response: import("node:http").ServerResponse) => {
    response.writeHead(code, headers);
    response.end("");
  },
});

test("all pages, in order, as one file with its record; load takes the folder", async () => {
  const fetched = await fetchLayer();
  expect(fetched).toMatchObject({ features: 25, resumed_pages: 0, fetched_on: "2026-11-25" });
  expect(fetched.sha256).toMatch(/^sha256:[0-9a-f]{64}$/);
  const { features } = collection();
  expect(features.map(({ id }: { id: number }) => id)).toEqual(
    Array.from({ length: 25 }, (_, i) => i + 1),
  );
  const asked = service.asked.filter((address) => address.includes("resultOffset"));
  expect(
    asked.map((address) => new URL(address, "http://x").searchParams.get("resultOffset")),
  ).toEqual(["0", "10", "20"]);
  expect(new URL(asked[0]!, "http://x").searchParams.get("orderByFields")).toBe("FID");
  expect(existsSync(join(folder, ".partial", "regions"))).toBe(false);
  const db = openDb(":memory:");
  await load(db, {
    registryDir: "data/registry",
    referenceDir: "data/reference",
    boundariesDir: folder,
    besideBundled: true,
    now: new Date(0),
  });
  const layer = referenceLayerTable(db)
    .all()
    .find(({ id }) => id === "official-regions");
  expect(layer).toMatchObject({ areas: 25, licence: "Open Government Licence v3.0" });
  expect(layer!.attribution).toContain("Office for National Statistics");
});

test("a lookup becomes a table, its cells guarded", async () => {
  await fetchLayer("lookup-districts-regions");
  const [header, first] = readFileSync(join(folder, "lookup-districts-regions.csv"), "utf8").split(
    "\r\n",
  );
  expect(header).toBe("FID,RGN23CD,RGN23NM");
  expect(first).toBe("1,E0,'=Region 0");
});

describe("half-way", () => {
  test.each([
    ["a status 500", status(500)],
    [
      "a fault told with status 200",
      {
        answer: (response: import("node:http").ServerResponse) =>
          response.end(JSON.stringify({ error: { code: 500, message: "Error performing query" } })),
      },
    ],
    [
      "a body that is cut short",
      {
        answer: (response: import("node:http").ServerResponse, features: unknown[]) =>
          response.end(JSON.stringify({ features }).slice(0, 200)),
      },
    ],
    [
      "a connection that breaks off",
      {
        answer: (response: import("node:http").ServerResponse) => {
          response.writeHead(200, { "content-length": "1000" });
          response.write("{");
          response.destroy();
        },
      },
    ],
    [
      "a page shorter than it should be",
      {
        answer: (response: import("node:http").ServerResponse, features: unknown[]) =>
          response.end(JSON.stringify({ features: features.slice(0, 3) })),
      },
    ],
  ])("%s is asked for again", async (_, fault) => {
    service.faults = [{ page: 2, ...fault }];
    expect(await fetchLayer()).toMatchObject({ features: 25 });
    expect(new Set(collection().features.map(({ id }: { id: number }) => id)).size).toBe(25);
  });

  test("429 is waited for as long as it asks, and a minute at most", async () => {
    service.faults = [
      { page: 2, ...status(429, { "retry-after": "7" }) },
      { page: 3, ...status(429, { "retry-after": "3600" }) },
    ];
    await fetchLayer();
    expect(waits).toEqual([7000, 60_000]);
  });

  test("a service that stays away is given up; the same call goes on where it broke", async () => {
    service.faults = [2, 3, 4, 5, 6].map((page) => ({ page, ...status(503) }));
    await expect(fetchLayer()).rejects.toEqual(refusal("fetch/unreachable"));
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
    expect(existsSync(join(folder, "regions.geojson"))).toBe(false);
    service.faults = [];
    expect(await fetchLayer()).toMatchObject({ features: 25, resumed_pages: 1 });
    expect(new Set(collection().features.map(({ id }: { id: number }) => id)).size).toBe(25);
  });

  test("a service that says no is not asked again", async () => {
    const answer = (response: import("node:http").ServerResponse) =>
      response.end(JSON.stringify({ error: { code: 400, message: "Invalid URL" } }));
    service.faults = [{ page: 1, answer }];
    await expect(fetchLayer()).rejects.toEqual(refusal("fetch/refused"));
    expect(waits).toEqual([]);
  });

  test("a page that repeats is asked for once more, then the service is not trusted", async () => {
    const repeat = (response: import("node:http").ServerResponse) =>
      response.end(
        JSON.stringify({
          features: [{ id: 1, properties: { FID: 1 }, geometry: null }],
          exceededTransferLimit: true,
        }),
      );
    service.faults = [{ page: 2, answer: repeat }];
    expect(await fetchLayer()).toMatchObject({ features: 25 });
    rmSync(folder, { recursive: true });
    service.faults = [6, 7].map((page) => ({ page, answer: repeat }));
    await expect(fetchLayer()).rejects.toEqual(refusal("fetch/changed"));
    expect(existsSync(join(folder, ".partial", "regions"))).toBe(false);
  });

  test("a count that changes meanwhile is noticed", async () => {
    const grows = (response: import("node:http").ServerResponse, features: unknown[]) => {
      service.count = 26;
      response.end(JSON.stringify({ features, exceededTransferLimit: true }));
    };
    service.faults = [{ page: 2, answer: grows }];
    await expect(fetchLayer()).rejects.toEqual(refusal("fetch/changed"));
  });

  test("pages of a service that has another count now are fetched anew", async () => {
    service.faults = [2, 3, 4, 5, 6].map((page) => ({ page, ...status(503) }));
    await expect(fetchLayer()).rejects.toEqual(refusal("fetch/unreachable"));
    service.faults = [];
    service.count = 24;
    expect(await fetchLayer()).toMatchObject({ features: 24, resumed_pages: 0 });
  });
});

describe("a service that was renamed", () => {
  const NOW = [
    "Regions_December_2025_Boundaries_EN_BGC",
    "Regions_December_2024_Boundaries_EN_BGC",
  ];
  test("is told, with those that look like it, the newest first", async () => {
    service.services = ["Wards_May_2025_Boundaries_UK_BGC", ...[...NOW].reverse(), "Trees"];
    const words = expect.stringMatching(
      /has no service "Regions_December_2023_Boundaries_EN_BGC" any more\. Those most like it: Regions_December_2025_Boundaries_EN_BGC, Regions_December_2024\w+\. Name one with --service regions=Regions_December_2025_Boundaries_EN_BGC\.$/,
    );
    await expect(fetchLayer()).rejects.toMatchObject({ code: "fetch/moved", message: words });
    expect(waits).toEqual([]);
    service.services = ["Trees"];
    await expect(fetchLayer()).rejects.toMatchObject({
      code: "fetch/moved",
      message: expect.stringContaining("None looks like it"),
    });
  });

  test("is fetched by its new name, with the fields of its own year", async () => {
    service.services = NOW;
    service.fields = ["FID", "RGN25CD", "RGN25NM", "GlobalID"];
    const [named] = NOW;
    const args = ["fetch", "official", "regions", "-o", "out", "--service", `regions=${named}`];
    const env = { PATCHWORK_OFFICIAL: service.address };
    expect((await patchwork(folder, args, env)).status).toBe(0);
    const manifest = JSON.parse(readFileSync(join(folder, "out", "manifest.json"), "utf8"));
    expect(manifest.layers).toMatchObject([
      {
        id: "official-regions",
        title: "Regions December 2025 Boundaries EN BGC",
        vintage: "December 2025",
        code: "RGN25CD",
        name: "RGN25NM",
        accuracy_m: 20,
      },
    ]);
    for (const wrong of ["regions", "regions=../../x", "moons=Moons"])
      expect((await patchwork(folder, [...args.slice(0, 5), "--service", wrong], env)).status).toBe(
        2,
      );
  });

  test("without the fields of its kind it is refused, with those it has", async () => {
    service.fields = ["FID", "NAME"];
    await expect(fetchLayer()).rejects.toMatchObject({
      code: "fetch/refused",
      message: expect.stringContaining("it has FID, NAME"),
    });
  });
});

test("the command asks only the address it is given", async () => {
  const args = ["fetch", "official", "regions", "-o", "out", "--json"];
  const { status: ended, out } = await patchwork(folder, args, {
    PATCHWORK_OFFICIAL: `${service.address}/`,
  });
  expect(ended).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    folder: join(folder, "out"),
    fetched: [{ features: 25 }],
  });
  const unknown = await patchwork(folder, ["fetch", "official", "moons"]);
  expect(unknown.err).toContain("(input/unknown-layer)");
  expect((await patchwork(folder, ["fetch", "private", "wards"])).status).toBe(2);
});
