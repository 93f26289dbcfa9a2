import { createHash } from "node:crypto";
import { basename } from "node:path";
import { AppError } from "../../core/errors.ts";
import { fileBytes } from "../formats/file-bytes.ts";
import type { Note } from "../formats/format.ts";
import { beyond, type Limits, limitsWith } from "../limits.ts";
import { readCsvCells } from "./csv-cells.ts";
import { readDbfCells } from "./dbf-cells.ts";
import { isExcel, readExcelSheets } from "./excel-sheets.ts";
import { expectTable } from "./no-table.ts";
import type { Table, TableOptions, TableRow } from "./table.ts";

/** Rows of cells as their file has them, with the place of the first. */
export interface Sheet {
  /** `undefined` in CSV. */
  readonly name: string | undefined;
  /** Row `i` is numbered `i + 1`. */
  readonly cells: readonly (readonly string[])[];
}

interface Sheets {
  readonly format: Table["format"];
  readonly sheets: readonly Sheet[];
  readonly notes: readonly Note[];
}

async function readSheets(path: string, bytes: Buffer, limits: Limits): Promise<Sheets> {
  const file = basename(path);
  if (isExcel(bytes)) return { format: "xlsx", ...(await readExcelSheets(bytes, file, limits)) };
  if (/\.dbf$/i.test(path)) {
    const { cells, notes } = await readDbfCells(path, bytes, limits);
    return { format: "dbf", sheets: [{ name: undefined, cells }], notes };
  }
  expectTable(bytes, file);
  const { cells, notes } = readCsvCells(bytes, file, limits);
  return { format: "csv", sheets: [{ name: undefined, cells }], notes };
}

const isFilled = (cells: readonly string[]) => cells.some((cell) => cell !== "");
const filled = (cells: readonly string[]) => cells.filter((cell) => cell !== "").length;

function chooseSheet(sheets: readonly Sheet[], wanted: string | undefined, file: string): Sheet {
  const sheet =
    wanted === undefined
      ? (sheets.find(({ cells }) => cells.some(isFilled)) ?? sheets[0])
      : sheets.find(({ name }) => name === wanted);
  if (sheet !== undefined) return sheet;
  const names = sheets.map(({ name }) => `"${name}"`).join(", ");
  throw new AppError("format/layer", `${file} has no sheet "${wanted}". Its sheets: ${names}.`, {
    file,
    sheet: wanted,
    sheets: sheets.map(({ name }) => name),
  });
}

/** Titles above a table fill one cell of their row, so the header is the first row that fills two. */
function headerIndex({ cells }: Sheet, headerRow: number | undefined): number {
  if (headerRow !== undefined) return headerRow - 1;
  const wide = cells.findIndex((row) => filled(row) > 1);
  return wide >= 0 ? wide : cells.findIndex(isFilled);
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
}

function* rowsBelow({ cells }: Sheet, header: number, columns: number): Generator<TableRow> {
  for (let i = header + 1; i < cells.length; i++) {
    const found = cells[i]!;
    if (!isFilled(found)) continue;
    const width = Math.max(columns, found.length);
    yield { row: i + 1, cells: Array.from({ length: width }, (_, c) => found[c] ?? "") };
  }
}

function checkSize({ cells }: Sheet, limits: Limits, file: string): void {
  if (cells.length > limits.features + 1) throw beyond("features", limits, file);
  for (const row of cells) {
    if (row.length > limits.fields) throw beyond("fields", limits, file);
    if (row.some(({ length }) => length > limits.fieldLength)) {
      throw beyond("fieldLength", limits, file);
    }
  }
}

/**
 * Reads a spreadsheet (.xlsx), a dBASE table (.dbf) or a CSV file as text. A workbook is known by its
 * first bytes, whatever it is called; a dBASE table by its name. Any of them may be gzipped.
 *
 * @throws AppError file/missing, file/unreadable, file/empty, format/malformed, format/other,
 *   format/layer, and a limit's
 */
export async function readTable(path: string, options: TableOptions = {}): Promise<Table> {
  const file = basename(path);
  const limits = limitsWith(options.limits);
  const hash = createHash("sha256");
  const chunks: Buffer[] = [];
  const onBytes = (chunk: Uint8Array) => {
    options.onBytes?.(chunk);
    hash.update(chunk);
  };
  for await (const chunk of fileBytes(path, { limits, onBytes })) chunks.push(chunk);
  const { format, sheets, notes } = await readSheets(path, Buffer.concat(chunks), limits);
  const sheet = chooseSheet(sheets, options.sheet, file);
  checkSize(sheet, limits, file);
  const at = headerIndex(sheet, format === "dbf" ? 1 : options.headerRow);
  const header = withoutEmptyEnd(sheet.cells[at] ?? []);
  if (header.length === 0) {
    const where = sheet.name === undefined ? file : `${file}, sheet "${sheet.name}"`;
    throw new AppError("file/empty", `${where} holds no row of column names.`, { file });
  }
  return {
    file,
    sha256: hash.digest("hex"),
    format,
    sheet: sheet.name,
    sheets: sheets.flatMap(({ name }) => name ?? []),
    headerRow: at + 1,
    header,
    rows: [...rowsBelow(sheet, at, header.length)],
    notes,
  };
}
