import { readFileSync, writeFileSync } from "node:fs";
import type { Comparison } from "./ogr-compare.ts";
import { OGR_REASONS } from "./ogr-reasons.ts";

/** The part of docs/formats.md that a script writes and a test holds. */

const DOCUMENT = "docs/formats.md";
const BEGIN = "<!-- begin: node scripts/compare-with-ogr.ts -->";
const END = "<!-- end -->";

const folderOf = (file: string) =>
  file
    .split("/")
    .slice(0, file.startsWith("mapshaper") ? 2 : 1)
    .join("/");

/** Control signs and broken text cannot stand in a table of Markdown. */
const printable = (text: string) =>
  text
    .replace(/[\p{Cc}\uFFFD]+/gu, "�")
    .replaceAll("|", "\\|")
    .replace(/\s+/g, " ");

/** Agreements by folder, then each difference with its reason. */
export function ogrTables(comparisons: readonly Comparison[]): string {
  const folders = [...new Set(comparisons.map(({ file }) => folderOf(file)))];
  const counts = folders.map((folder) => {
    const own = comparisons.filter(({ file }) => folderOf(file) === folder);
    const agree = own.filter(({ difference }) => difference === undefined).length;
    return `| \`${folder}\` | ${own.length} | ${agree} | ${own.length - agree} |`;
  });
  const differences = comparisons.flatMap(({ file, difference }) =>
    difference === undefined
      ? []
      : [`| \`${file}\` | ${printable(difference)} | ${OGR_REASONS[file] ?? "not argued"} |`],
  );
  return [
    "| folder | files | agree | differ |",
    "|---|---|---|---|",
    ...counts,
    "",
    "| file | difference | why |",
    "|---|---|---|",
    ...differences,
  ].join("\n");
}

/** What the document holds now. */
export function heldTables(): string {
  const text = readFileSync(DOCUMENT, "utf8");
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END, begin);
  if (begin < 0 || end < 0) throw new Error(`${DOCUMENT} has lost its marks.`);
  return text.slice(begin + BEGIN.length, end).trim();
}

export function writeTables(tables: string): void {
  const text = readFileSync(DOCUMENT, "utf8");
  writeFileSync(
    DOCUMENT,
    text.replace(heldTables(), () => tables),
  );
}
