/** The yearly figures of one stream, from all of its rows. */
import { sumOf } from "../../core/funding/apportion.ts";
import {
  type MonthDay,
  STREAM_KINDS,
  type StreamKind,
  type YearAmount,
} from "../../core/funding/model.ts";
import { readYear } from "../../core/funding/read-cells.ts";
import { readMoney } from "../../core/funding/read-money.ts";
import type { Evidence } from "../../core/model.ts";
import { type IsoDate, type Pence, toPounds } from "../../core/units.ts";
import { profilePart } from "./profile-cell.ts";
import type { MappedRow, RowReader } from "./row-cells.ts";
import type { StreamColumn } from "./stream-columns.ts";

/** A row of the file and how to read it. */
export interface ReadRow {
  readonly mapped: MappedRow<StreamColumn>;
  readonly reader: RowReader<StreamColumn>;
  readonly evidence: Evidence;
}

export interface Life {
  readonly start: IsoDate | undefined;
  readonly end: IsoDate | undefined;
  readonly yearStart: MonthDay | undefined;
}

/** Figures in order of their year; refuses those before the start, twice, or overlapping. */
export function readProfile(rows: readonly ReadRow[], life: Life): YearAmount[] {
  const placed = rows.flatMap((row) => yearsIn(row, life).map((year) => ({ year, row })));
  placed.sort((a, b) => (a.year.start < b.year.start ? -1 : a.year.start > b.year.start ? 1 : 0));
  for (const [i, { year, row }] of placed.entries()) {
    const { start, end } = life;
    if (start !== undefined && year.end <= start)
      row.reader.refuse(
        "funding/before-start",
        "year",
        `the year ${year.start} ends before the first day, ${start}`,
      );
    if (end !== undefined && year.start >= end)
      row.reader.refuse(
        "funding/before-start",
        "year",
        `the year ${year.start} begins after the last day`,
      );
    const before = placed
      .slice(0, i)
      .find(
        ({ year: other }) =>
          other.kind === year.kind &&
          year.start < other.end &&
          other.start < year.end &&
          (other.start !== year.start || other.evidence.source === year.evidence.source),
      );
    if (before)
      row.reader.refuse(
        "funding/cycle-overlap",
        "year",
        `the ${year.kind} of ${year.start} to ${year.end} overlaps that of ${before.year.start} to ${before.year.end}`,
      );
  }
  return placed.map(({ year }) => year);
}

/** @returns whether figures of one kind add to the stream's total; the first row is told where not */
export function expectTotal(
  rows: readonly ReadRow[],
  years: readonly YearAmount[],
  total: Pence | undefined,
) {
  const kinds = [...new Set(years.map(({ kind }) => kind))];
  if (total === undefined || kinds.length !== 1 || years.length === 0) return;
  const sum = sumOf(years.map(({ amount }) => amount));
  if (sum === total) return;
  const said = (amount: number) => `£${toPounds(amount as Pence)}`;
  rows[0]!.reader.refuse(
    "funding/profile",
    "total",
    `the years add to ${said(sum)} and the total is ${said(total)}, a difference of ${said(sum - total)}`,
  );
}

interface YearCell {
  readonly column: string;
  readonly year: string;
  readonly text: string;
  readonly kind: StreamKind;
}

/** The years of a row, in whichever of the three ways they are written. */
function cellsIn({ mapped, reader }: ReadRow): YearCell[] {
  const kind = reader.oneOf("kind", STREAM_KINDS) ?? "allocation";
  const columns = mapped.years.map(({ heading, text }) => ({
    column: heading,
    year: heading,
    text,
    kind,
  }));
  const [year, text] = [reader.text("year"), reader.text("amount")];
  const own = year !== "" || text !== "" ? [{ column: "amount", year, text, kind }] : [];
  const listed = reader.list("profile").flatMap((part): YearCell[] => {
    const found = profilePart(part);
    if (found)
      return [
        { column: "profile", year: found.year, text: found.amount, kind: found.kind ?? kind },
      ];
    reader.refuse(
      "funding/value",
      "profile",
      `"${part}" is not a year and its pounds, such as 2000-01=5000`,
    );
    return [];
  });
  return [...columns, ...own, ...listed];
}

function yearsIn(row: ReadRow, { yearStart }: Life): YearAmount[] {
  const { reader, evidence } = row;
  return cellsIn(row).flatMap(({ column, year, text, kind }) => {
    const span = readYear(year, yearStart);
    if (span === undefined) {
      const wrong =
        year === ""
          ? "an amount stands without its year"
          : `"${year}" is not a year, such as 2003-04 or 2003`;
      reader.refuse("funding/date", column === "amount" ? "year" : column, wrong);
      return [];
    }
    const sum = readMoney(text);
    if (sum === undefined) {
      const wrong =
        text === ""
          ? "a year stands without its amount"
          : `"${text}" is not an amount in pounds and whole pence`;
      reader.refuse("funding/amount", column, wrong);
      return [];
    }
    return { ...span, amount: sum, kind, basis: "printed" as const, evidence };
  });
}
