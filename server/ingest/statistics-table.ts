import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse as parseCsv } from "csv-parse/sync";
import { AppError } from "../core/errors.ts";

/** A file of statistics: one header row, then rows of text. */
export interface StatisticsTable {
  readonly file: string;
  readonly sha256: string;
  readonly rows: readonly (readonly string[])[];
  /** Where a column stands. @throws AppError registry/column */
  readonly column: (name: string) => number;
}

/** @throws AppError file/unreadable */
export function readTable(folder: string, file: string): StatisticsTable {
  const bytes = readFileSync(join(folder, file));
  const all: string[][] = parseCsv(textOf(file, bytes), { bom: true, skip_empty_lines: true });
  const [header = [], ...rows] = all;
  const column = (name: string) => {
    const at = header.indexOf(name);
    if (at >= 0) return at;
    throw new AppError(
      "registry/column",
      `${file} needs the column ${name}. It has: ${header.join(", ")}.`,
      { file, found: header, missing: name },
    );
  };
  return { file, sha256: sha256Of(bytes), rows, column };
}

export const sha256Of = (content: string | Uint8Array) =>
  createHash("sha256").update(content).digest("hex");

function textOf(file: string, bytes: Buffer): string {
  if (!file.endsWith(".gz")) return bytes.toString("utf8");
  try {
    return gunzipSync(bytes).toString("utf8");
  } catch {
    throw new AppError("file/unreadable", `${file} is cut short or no gzip file.`, { file });
  }
}
