import type { Note } from "../formats/format.ts";
import type { Limits } from "../limits.ts";

/** One row of a table below its header. */
export interface TableRow {
  /** As a spreadsheet numbers it, from 1: the header counts, and so do rows above it. */
  readonly row: number;
  /** One text a column of the header, without space around it; empty where the cell is. */
  readonly cells: readonly string[];
}

/**
 * A spreadsheet or CSV file as it stands: nothing but text, with the place of each cell.
 *
 * A number is written as the file has it, without thousands or currency signs that only its cell
 * shows (`1234.5`); a date of a spreadsheet is `YYYY-MM-DD`, with `THH:MM:SS` where it has a time;
 * yes and no are `TRUE` and `FALSE`; a formula is its stored result, one that failed is empty and
 * noted. A CSV cell that an export guarded against being run has its guard taken off.
 */
export interface Table {
  /** The file's name. */
  readonly file: string;
  /** Hexadecimal SHA-256 of the file as stored. */
  readonly sha256: string;
  readonly format: "csv" | "xlsx" | "dbf";
  /** The sheet that was read; `undefined` where a file has none. */
  readonly sheet: string | undefined;
  /** Every sheet of the file, in order; none where a file has none. */
  readonly sheets: readonly string[];
  /** The number of the header's row, from 1. */
  readonly headerRow: number;
  /** Names of the columns; an empty one is the empty text, and two may be equal. */
  readonly header: readonly string[];
  /** Rows with at least one filled cell, in order. */
  readonly rows: readonly TableRow[];
  readonly notes: readonly Note[];
}

/** How a table is to be read. */
export interface TableOptions {
  /** The sheet, by name; without it the first that is not empty. */
  readonly sheet?: string | undefined;
  /** Number of the header's row, from 1; without it the first row with two filled cells, or with one. */
  readonly headerRow?: number | undefined;
  readonly onBytes?: (bytes: Uint8Array) => void;
  /** Overrides of the stated limits, for tests. */
  readonly limits?: Partial<Limits> | undefined;
}

/** Letters of a column as a spreadsheet shows them: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = column % 26;
  const letter = String.fromCharCode(65 + rest);
  return column < 26 ? letter : columnLetters((column - rest) / 26 - 1) + letter;
}

/**
 * Where a cell stands, for messages: `sheet "Wards", row 7, column C ("amount")`.
 *
 * @param column position in the header, from 0
 */
export function cellPlace({ sheet, header }: Table, row: number, column: number): string {
  const name = header[column] ? ` ("${header[column]}")` : "";
  const where = `row ${row}, column ${columnLetters(column)}${name}`;
  return sheet === undefined ? where : `sheet "${sheet}", ${where}`;
}
