/** Serving a real file: what is said when it cannot be read, and what happens when it changes. */
import {
  copyFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { analyseStudy } from "../../server/analysis/analyse-study.ts";
import { type Serving, serve } from "../../server/api/main.ts";
import { load } from "../../server/ingest/load.ts";
import { openDb } from "../../server/store/db.ts";
import { type ToyData, toyData } from "../support/toy-data.ts";

let toy: ToyData;
let folder: string;
let db: string;
let serving: Serving | undefined;
beforeAll(async () => {
  toy = await toyData();
});
afterAll(() => toy.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-serve-"));
  db = join(folder, "copy.db");
  copyFileSync(toy.db, db);
});
afterEach(async () => {
  await serving?.close();
  serving = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const start = async () => {
  serving = await serve({ db, host: "127.0.0.1", port: 0 });
  return serving.address;
};
const failure = (code: string) => expect.objectContaining({ name: "AppError", code });
const health = async (address: string) => {
  const reply = await fetch(`${address}/healthz`);
  const body = (await reply.json()) as Record<"dataVersion" | "code" | "detail", string>;
  return { status: reply.status, body };
};

test("it listens on the loopback and says where", async () => {
  const address = await start();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await health(address)).toMatchObject({ status: 200, body: { ok: true } });
});

test("a port in use is named with what to do", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => other.once("listening", done));
  const { port } = other.address() as AddressInfo;
  const refused = serve({ db, host: "127.0.0.1", port });
  await expect(refused).rejects.toEqual(failure("serve/port"));
  await expect(refused).rejects.toThrow(/--port/);
  other.close();
});

test("a database that is missing, cut short, foreign or empty is refused by name", async () => {
  const refused = (path: string) => serve({ db: path, host: "127.0.0.1", port: 0 });
  await expect(refused(join(folder, "none.db"))).rejects.toEqual(failure("store/missing"));
  truncateSync(db, 5000);
  await expect(refused(db)).rejects.toEqual(failure("store/damaged"));
  writeFileSync(db, "This is a letter, no database at all. ".repeat(300));
  await expect(refused(db)).rejects.toEqual(failure("store/damaged"));
  const empty = join(folder, "empty.db");
  openDb(empty).close();
  await expect(refused(empty)).rejects.toEqual(failure("store/empty"));
});

test("a database that goes away is 503 with why, and one that comes back is served", async () => {
  const address = await start();
  renameSync(db, `${db}.away`);
  const away = await health(address);
  expect(away).toMatchObject({ status: 503, body: { code: "store/missing" } });
  expect(away.body.detail).toContain("patchwork load");
  renameSync(`${db}.away`, db);
  expect((await health(address)).status).toBe(200);
});

test("a database cut short while it is served is told, not served from memory as if it were well", async () => {
  const address = await start();
  truncateSync(db, 8192);
  expect(await health(address)).toMatchObject({ status: 503, body: { code: "store/damaged" } });
});

test("a load by another process is seen at the next request", async () => {
  const address = await start();
  const before = (await health(address)).body.dataVersion;
  const { registryDir, boundariesDir, folder: referenceDir } = toy;
  const other = openDb(db);
  writeFileSync(join(registryDir, "aims.csv"), "programme,aim,weight\nHAZ,jobs,primary\n");
  await load(other, { registryDir, boundariesDir, referenceDir, now: new Date(0) });
  analyseStudy(other);
  other.close();
  const after = (await health(address)).body.dataVersion;
  expect(after).not.toBe(before);
  const reply = await fetch(`${address}/api/v1/initiatives/HAZ-01`);
  expect(await reply.json()).toMatchObject({ aims: [{ aim: "jobs" }], dataVersion: after });
});

test("it closes while a connection is open", async () => {
  const address = await start();
  await fetch(`${address}/api/v1/study`);
  await serving!.close();
  serving = undefined;
  await expect(fetch(`${address}/healthz`)).rejects.toThrow();
});
