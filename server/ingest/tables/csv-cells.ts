import { isUtf8 } from "node:buffer";
import { CsvError, parse } from "csv-parse/sync";
import { unguard } from "../../contract/csv-guard.ts";
import { AppError } from "../../core/errors.ts";
import type { Note } from "../formats/format.ts";
import { beyond, type Limits } from "../limits.ts";

/** How much of a text tells what its cells are divided by. */
const SNIFFED = 1 << 16;
const DELIMITERS = [",", ";", "\t", "|"] as const;

/** The cells of a text whose rows are numbered from its first, blank ones included. */
export interface CsvCells {
  readonly cells: readonly (readonly string[])[];
  readonly notes: readonly Note[];
}

/**
 * A text in whichever encoding a spreadsheet may have written it.
 *
 * @returns the text, and a note where its encoding had to be assumed
 */
export function decodeText(bytes: Buffer, file: string): { text: string; notes: readonly Note[] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: bytes.toString("utf16le", 2), notes: [] };
  }
  if (isUtf8(bytes)) return { text: bytes.toString("utf8").replace(/^\uFEFF/, ""), notes: [] };
  const message = `${file} is not in UTF-8, so it was read as Windows-1252. If accents look wrong, save it as "CSV UTF-8".`;
  return {
    text: new TextDecoder("windows-1252").decode(bytes),
    notes: [{ code: "file/encoding", message }],
  };
}

/** What divides the cells: the sign that stands most often in the first line, outside quotes. */
function delimiterOf(text: string): string {
  const unquoted = text.slice(0, SNIFFED).replace(/"(?:[^"]|"")*"/g, "");
  const line = unquoted.split(/\r\n|\n|\r/).find((one) => one.trim() !== "") ?? "";
  const count = (sign: string) => line.split(sign).length;
  return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function refuseBinary(text: string, file: string): void {
  if (!text.slice(0, SNIFFED).includes("\0")) return;
  throw new AppError("format/other", `${file} is no table of text. Save it as .xlsx or CSV.`, {
    file,
  });
}

/**
 * Reads the cells of a CSV text: commas, semicolons, tabs or bars; UTF-8, UTF-16 or Windows-1252.
 *
 * @throws AppError file/empty, format/malformed, format/other, limit/features
 */
export function readCsvCells(bytes: Buffer, file: string, limits: Limits): CsvCells {
  const { text, notes } = decodeText(bytes, file);
  if (text.trim() === "") throw new AppError("file/empty", `${file} is empty.`, { file });
  refuseBinary(text, file);
  const cells: string[][] = [];
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      on_record: (values: string[]) => {
        if (cells.length >= limits.features + 1) throw beyond("features", limits, file);
        cells.push(values.map((value) => unguard(value).trim()));
        return null;
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const { lines } = cause as { lines?: number };
    const message = `${file} is not a well-formed CSV file near line ${lines ?? "?"}: ${cause.message}.`;
    throw new AppError("format/malformed", message, { file, line: lines ?? null });
  }
  return { cells, notes };
}
