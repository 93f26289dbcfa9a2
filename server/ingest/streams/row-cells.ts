/** The cells of one row under our own names for columns, each read with a place for its refusal. */

import type { ErrorCode } from "../../core/errors.ts";
import { readDay } from "../../core/funding/read-cells.ts";
import { readMoney } from "../../core/funding/read-money.ts";
import type { IsoDate, Pence } from "../../core/units.ts";

/** One thing wrong with a file: a sentence, where, and a code. */
export interface FileProblem {
  readonly code: ErrorCode;
  readonly message: string;
  /** `row 7, column C ("amount")`. */
  readonly place: string;
  readonly row: number;
  readonly column: string;
}

/** A row of the file under our names. */
export interface MappedRow<Column extends string> {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  /** Amounts under headings that are years: `2003-04`. */
  readonly years: readonly { readonly heading: string; readonly text: string }[];
  readonly place: (column: string) => string;
}

export interface RowReader<Column extends string> {
  readonly text: (column: Column) => string;
  readonly day: (column: Column) => IsoDate | undefined;
  readonly money: (column: Column) => Pence | undefined;
  readonly number: (column: Column) => number | undefined;
  readonly yesNo: (column: Column) => boolean | undefined;
  readonly oneOf: <const T extends string>(column: Column, values: readonly T[]) => T | undefined;
  readonly list: (column: Column, between?: string) => string[];
  readonly refuse: (code: ErrorCode, column: string, wrong: string) => undefined;
}

const YES = ["yes", "y", "true", "1"];
const NO = ["no", "n", "false", "0"];

/** Reads cells; what cannot be read is put on `problems` and comes back as not stated. */
export function rowReader<Column extends string>(
  { row, cells, place }: MappedRow<Column>,
  file: string,
  problems: FileProblem[],
): RowReader<Column> {
  const text = (column: Column) => cells[column] ?? "";
  const refuse = (code: ErrorCode, column: string, wrong: string): undefined => {
    const where = place(column);
    problems.push({ code, message: `${file}, ${where}: ${wrong}.`, place: where, row, column });
  };
  const read =
    <T>(code: ErrorCode, reading: (value: string) => T | undefined, wanted: string) =>
    (column: Column): T | undefined => {
      const value = text(column);
      if (value === "") return undefined;
      return reading(value) ?? refuse(code, column, `"${value}" is not ${wanted}`);
    };
  return {
    text,
    refuse,
    day: read("funding/date", readDay, "a day of the calendar, such as 2001-04-01"),
    money: read("funding/amount", readMoney, "an amount in pounds and whole pence"),
    number: read("funding/value", readCount, "a number of 0 or more"),
    yesNo: read("funding/value", readYesNo, "yes or no"),
    oneOf: (column, values) =>
      read(
        "funding/value",
        (value) => values.find((known) => known === value.toLowerCase().replaceAll(" ", "_")),
        `one of ${values.join(", ")}`,
      )(column),
    list: (column, between = ";") =>
      text(column)
        .split(between)
        .map((part) => part.trim())
        .filter((part) => part !== ""),
  };
}

const readCount = (value: string) => (/^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined);

function readYesNo(value: string): boolean | undefined {
  const word = value.toLowerCase();
  return YES.includes(word) ? true : NO.includes(word) ? false : undefined;
}

/** A cell that is read twice is refused once. */
export const distinct = (problems: readonly FileProblem[]): FileProblem[] => [
  ...new Map(problems.map((problem) => [problem.message, problem])).values(),
];
