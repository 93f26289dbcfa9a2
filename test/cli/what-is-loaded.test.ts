import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { TOY_SET } from "../support/toy-overlay.ts";

const PROGRAM = fileURLToPath(new URL("../../scripts/patchwork.mjs", import.meta.url));

/** Writes the address of each module on standard error, on a line of its own. */
const TELL = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from "node:module";
  registerHooks({ load(url, context, next) {
    process.stderr.write("loaded " + url + "\\n");
    return next(url, context);
  } });
`)}`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-loaded-"));
  writeFileSync(join(folder, "toy.geojson"), TOY_SET);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Packages, and our own modules, that a run of `overlay` loads. */
function loadedBy(...args: string[]) {
  const command = ["--import", TELL, PROGRAM, "overlay", "toy.geojson", ...args];
  const { status, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    encoding: "utf8",
  });
  expect(status).toBe(0);
  const urls = [...stderr.matchAll(/^loaded (file:.*)$/gm)].map(([, url]) => url!);
  const packages = urls.flatMap((url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []);
  return { urls, packages: [...new Set(packages)].sort() };
}

test("overlay of GeoJSON loads no reader, writer or thread that it does not need", () => {
  const { urls, packages } = loadedBy("-o", "cells.csv");
  expect(packages).toEqual(["commander"]);
  expect(urls.filter((url) => url.includes("/server/threads/")).length).toBe(1);
  expect(urls.length).toBeLessThan(160);
  expect(loadedBy("-o", "cells.geojson").packages).toEqual(["commander"]);
});

test("overlay loads the writer that is asked for", () => {
  expect(loadedBy("-o", "cells.fgb").packages).toContain("flatgeobuf");
});
