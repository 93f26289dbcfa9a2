/** What the command line says of itself. */
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { COMMANDS } from "../../server/cli/commands/registry.ts";
import { commandLine } from "../../server/cli/main.ts";
import { processWorld } from "../../server/cli/world.ts";
import { patchwork } from "../support/cli.ts";

const run = (...args: string[]) => patchwork(tmpdir(), args);

test("help lists every command with its line, in order", async () => {
  const { status, out, err } = await run("--help");
  expect({ status, err }).toEqual({ status: 0, err: "" });
  const lines = out.split("\n").flatMap((line) => /^ {2}(\w+) {2,}\S/.exec(line)?.[1] ?? []);
  expect(lines).toEqual([...Object.keys(COMMANDS), "help"]);
  expect((await run()).out).toBe(out);
  expect((await run("help")).out).toBe(out);
});

test("of a command that is not wanted no file is read", async () => {
  const { commands } = await commandLine(processWorld(), "none");
  expect(commands.map((command) => command.options.map(({ long }) => long))).toEqual(
    commands.map(() => ["--json"]),
  );
});

test("help of one command has its options, however it is asked for", async () => {
  const { out } = await run("overlay", "--help");
  expect(out).toContain("--grid <metres>");
  expect((await run("help", "overlay")).out).toBe(out);
});

test("the version is that of the package", async () => {
  expect(await run("--version")).toMatchObject({ status: 0, out: `${packageJson.version}\n` });
});

test("a command that is not there is named, with the one that was meant", async () => {
  const { status, err } = await run("overley");
  expect(status).toBe(2);
  expect(err).toBe(
    "Unknown command 'overley' (Did you mean overlay?) Try \"patchwork --help\". (input/invalid)\n",
  );
  const unknown = await run("help", "dance");
  expect(unknown.status).toBe(2);
  expect(unknown.err.trimEnd().split("\n").at(-1)).toBe(
    "There is no such command: the list names those there are. (input/invalid)",
  );
});
