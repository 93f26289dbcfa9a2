/** A CSV file of the registry as typed rows; a wrong one is refused by file, line and column. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { CsvError, parse as parseCsv } from "csv-parse/sync";
import type { z } from "zod";
import { AppError } from "../../core/errors.ts";

/** A row and the line it starts on, for messages. */
export interface Row<T> {
  readonly line: number;
  readonly value: T;
}

/**
 * Read a file whose header holds at least the schema's columns.
 *
 * @throws AppError file/missing, file/empty, format/malformed, registry/column, registry/value
 */
export function readCsv<Shape extends z.ZodRawShape>(
  folder: string,
  name: string,
  schema: z.ZodObject<Shape>,
): Row<z.output<z.ZodObject<Shape>>>[] {
  const path = join(folder, name);
  const records = parseRecords(path);
  const columns = records[0]?.values;
  if (!columns) {
    throw new AppError("file/empty", `${name} is empty; it needs a row of column names.`, { path });
  }
  expectColumns(name, columns, Object.keys(schema.shape));
  return records.slice(1).map(({ line, values }) => {
    const raw = Object.fromEntries(columns.map((column, i) => [column, values[i]]));
    const result = schema.safeParse(raw);
    if (result.success) return { line, value: result.data };
    throw valueError(name, line, raw, result.error.issues);
  });
}

interface RawRecord {
  readonly line: number;
  readonly values: readonly string[];
}

function parseRecords(path: string): RawRecord[] {
  const text = readText(path);
  try {
    const rows: RawRecord[] = [];
    let read = 0;
    parseCsv(text, {
      bom: true,
      skip_empty_lines: true,
      on_record: (values: string[], { lines }) => {
        rows.push({ line: read + 1, values });
        read = lines;
        return null;
      },
    });
    return rows;
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const { lines } = cause as { lines?: number };
    throw new AppError(
      "format/malformed",
      `${basename(path)} is not a well-formed CSV file near line ${lines ?? "?"}: ${cause.message}.`,
      { path, line: lines },
    );
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new AppError(
      "file/missing",
      `${path} cannot be read. The registry needs a file of that name.`,
      { path },
    );
  }
}

function expectColumns(file: string, found: readonly string[], needed: readonly string[]) {
  const missing = needed.filter((column) => !found.includes(column));
  if (missing.length === 0) return;
  throw new AppError(
    "registry/column",
    `${file} lacks the ${missing.length > 1 ? "columns" : "column"} ${missing.join(", ")}. ` +
      `It has: ${found.join(", ")}.`,
    { file, missing, found },
  );
}

/** A refusal of one value, in the same words wherever it is found. */
export function registryValue(
  file: string,
  line: number,
  column: string,
  value: unknown,
  wanted: string,
): AppError {
  return new AppError(
    "registry/value",
    `${file}, line ${line}, column ${column}: "${String(value)}" does not fit. ${wanted}.`,
    { file, line, column, value, wanted },
  );
}

function valueError(
  file: string,
  line: number,
  raw: Readonly<Record<string, unknown>>,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): AppError {
  const issue = issues[0]!;
  const column = String(issue.path[0] ?? "");
  return registryValue(file, line, column, raw[column], issue.message.replace(/\.$/, ""));
}
