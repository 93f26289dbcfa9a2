/** docs/reference.md against the code: no row is missing, and none is left over. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROUTES } from "../../server/api/routes/registry.ts";
import { LISTS } from "../../server/cli/commands/list.ts";
import { commandLine } from "../../server/cli/main.ts";
import { SETTINGS } from "../../server/cli/settings.ts";
import { processWorld } from "../../server/cli/world.ts";
import { MEASURES } from "../../server/contract/measures.ts";
import { INTERNAL } from "../../server/contract/problem.ts";
import { questionQuery } from "../../server/contract/question.ts";
import { ERROR_CODES } from "../../server/core/errors.ts";
import { FORMATS as READ } from "../../server/ingest/formats/registry.ts";
import { KNOWN_LAYERS } from "../../server/ingest/load-known-layers.ts";
import { findLayers } from "../../server/ingest/load-layers.ts";
import { KNOWN_LOOKUPS } from "../../server/ingest/load-lookups.ts";
import { MANIFEST_FIELDS } from "../../server/ingest/load-manifest.ts";
import { KNOWN_STATISTICS } from "../../server/ingest/load-statistics.ts";
import { DOCUMENTS } from "../../server/publish/documents/registry.ts";
import { FORMATS as WRITTEN } from "../../server/publish/exports/registry.ts";
import { UNITS } from "../../server/publish/exports/units.ts";

const text = readFileSync("docs/reference.md", "utf8");
const sections = new Map(
  text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = ""] = section.split("\n", 1);
      return [heading, section] as const;
    }),
);

const OWN = "Boundaries and statistics of your own";

/** The cells of the rows of a section's tables whose first column is an id in backticks. */
function rows(heading: string): string[][] {
  const lines = sections
    .get(heading)!
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  return lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
const ids = (heading: string) => rows(heading).map(([first]) => first!.replaceAll("`", ""));

test("commands, and the question's parameters", async () => {
  const { commands: built } = await commandLine(processWorld());
  const commands = built.map((command) => command.name());
  expect(ids("Commands")).toEqual([...commands, ...Object.keys(questionQuery.shape)]);
});

test("every flag of every command is named", async () => {
  for (const command of (await commandLine(processWorld())).commands) {
    const row = rows("Commands")
      .find(([first]) => first === `\`${command.name()}\``)!
      .join("|");
    for (const { long } of command.options) {
      const shared = [
        "--json",
        "--at",
        "--programme",
        "--category",
        "--funder",
        "--aim",
        "--department",
      ];
      if (!shared.includes(long!))
        expect(row.replace("`-o`", "--out"), `${command.name()} ${long}`).toContain(long);
    }
  }
});

test("every list is named", () => {
  const [, does] = rows("Commands").find(([first]) => first === "`list`")!;
  expect([...does!.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(Object.keys(LISTS));
});

test("fields of a manifest, and the files that are known by name", () => {
  expect(ids(OWN)).toEqual([
    ...Object.keys(KNOWN_LAYERS),
    ...Object.keys(MANIFEST_FIELDS),
    ...Object.keys(KNOWN_STATISTICS),
    ...Object.keys(KNOWN_LOOKUPS),
  ]);
});

test("the manifest of the example is one", () => {
  const [, example] = /```json\n(.*?)```/s.exec(sections.get(OWN)!)!;
  const folder = mkdtempSync(join(tmpdir(), "patchwork-manifest-"));
  try {
    writeFileSync(join(folder, "manifest.json"), example!);
    writeFileSync(join(folder, "districts-2004.geojson"), "");
    expect(findLayers(folder)).toMatchObject({ layers: [{ recipe: { role: "places" } }] });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("settings with their flags", () => {
  expect(rows("Settings").map(([variable, flag]) => [variable, flag])).toEqual(
    SETTINGS.map(({ variable, flag }) => [`\`${variable}\``, `\`${flag.split(" ")[0]}\``]),
  );
});

test("routes", () => {
  expect(ids("Routes").sort()).toEqual(ROUTES.map(({ path }) => path).sort());
});

test("exports", () => {
  expect(ids("Exports")).toEqual(UNITS.map(({ id }) => id));
});

test("documents with their formats", () => {
  expect(rows("Documents").map(([id, , formats]) => [id, formats])).toEqual(
    DOCUMENTS.map(({ id, formats }) => [
      `\`${id}\``,
      formats.map((format) => `\`${format.id}\``).join(", "),
    ]),
  );
});

test("formats, read and written", () => {
  const yes = (known: boolean) => (known ? "yes" : "no");
  const known = new Set([...READ, ...WRITTEN].map(({ id }) => id as string));
  expect(new Set(ids("Formats"))).toEqual(known);
  for (const [first, read, written] of rows("Formats")) {
    const id = first!.replaceAll("`", "");
    expect([id, read, written]).toEqual([
      id,
      yes(READ.some((format) => format.id === id)),
      yes(WRITTEN.some((format) => format.id === id)),
    ]);
  }
});

test("measures", () => {
  expect(ids("Measures")).toEqual(MEASURES.map(({ id }) => id));
});

test("error codes with their status and exit", () => {
  expect(rows("Error codes").map(([code, status, exit]) => [code, status, exit])).toEqual([
    ...Object.entries(ERROR_CODES).map(([code, { status, exit }]) => [
      `\`${code}\``,
      `${status}`,
      `${exit}`,
    ]),
    [`\`${INTERNAL}\``, "500", "70"],
  ]);
});
