import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCli } from "../../server/cli/main.ts";
import { print, writeFile } from "../../server/cli/output.ts";
import { reporterTo } from "../../server/cli/progress.ts";
import type { World } from "../../server/cli/world.ts";

let folder: string;
let undo: (() => void) | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-output-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const world = (out: NodeJS.WritableStream = process.stdout, terminal = false): World => ({
  out,
  err: out,
  env: {},
  cwd: folder,
  terminal,
  onInterrupt(work) {
    undo = work;
    return () => {
      undo = undefined;
    };
  },
});

test("a file is whole or not there", async () => {
  writeFileSync(join(folder, "a.txt"), "old");
  function* breaking() {
    yield "new";
    throw new Error("half way");
  }
  await expect(writeFile(world(), "a.txt", breaking())).rejects.toThrow("half way");
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("old");
  expect(readdirSync(folder)).toEqual(["a.txt"]);
  const written = await writeFile(world(), "a.txt", ["n", Buffer.from("ew")]);
  expect(written).toMatchObject({ bytes: 3 });
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("new");
});

test("an interrupt half way takes the half-written file away", async () => {
  function* interrupted() {
    yield "new";
    expect(readdirSync(folder)).toHaveLength(1);
    undo!();
    expect(readdirSync(folder)).toHaveLength(0);
    throw new Error("stopped");
  }
  await expect(writeFile(world(), "a.txt", interrupted())).rejects.toThrow("stopped");
  expect(undo).toBeUndefined();
});

test("a reader that went away ends the writing; any other trouble is told", async () => {
  const failing = (code: string) =>
    new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
    }).on("error", () => {});
  let made = 0;
  function* chunks() {
    for (; made < 5; made++) yield "text";
  }
  await print(world(failing("EPIPE")), chunks());
  expect(made).toBe(0);
  await expect(print(world(failing("EIO")), ["text"])).rejects.toThrow("EIO");
});

test.each([
  [["--help"]],
  [["overlay", "--help"]],
  [["list", "formats"]],
  [["list", "formats", "--json"]],
])("%j onto a full disk is told in a sentence, not as a fault of ours", async (args) => {
  const full = new Writable({
    write: (_chunk, _encoding, done) =>
      done(Object.assign(new Error("ENOSPC"), { code: "ENOSPC" })),
  });
  const said: string[] = [];
  const err = new Writable({
    write(chunk, _encoding, done) {
      said.push(String(chunk));
      done();
    },
  });
  expect(await runCli(args, { ...world(full), err })).toBe(2);
  expect(said.join("")).toContain("Standard output cannot be written (ENOSPC).");
  expect(said.join("")).toContain("file/write");
});

test("nobody to hear what goes wrong is no reason to stop", async () => {
  const deaf = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error("EPIPE"), { code: "EPIPE" })),
  });
  expect(await runCli(["overlay", "nothing.geojson"], { ...world(), err: deaf })).toBe(2);
});

test("progress is a line a stage where there is no terminal", async () => {
  const lines: string[] = [];
  const out = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const { report, end } = await reporterTo(world(out));
  report("read", 0);
  report("read", 0.5);
  report("cells", 0.9);
  end();
  expect(lines).toEqual(["read\n", "cells\n"]);
});
