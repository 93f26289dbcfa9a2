import { AppError } from "../../core/errors.ts";
import { type ArchiveWatch, zipEntries } from "../archives/zip-entries.ts";
import type { Note } from "../formats/format.ts";
import { expansionMeter, type Limits } from "../limits.ts";

/** The most rows and columns that a sheet can have. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** A sheet larger than this is too much to be held as cells. */
const MOST_UNPACKED = 512 * 1024 ** 2;
/** Where a row or cell says that it stands: `r="12"` or `r="AB12"`. */
const POSITION = /\br\s*=\s*["']([A-Z]*)(\d+)["']/g;

const ZIP = Buffer.from("PK\x03\x04", "latin1");
const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");

/** Whether bytes are those of a workbook in zip form, or of its forerunner. */
export const isExcel = (bytes: Buffer) =>
  ZIP.equals(bytes.subarray(0, 4)) || OLE.equals(bytes.subarray(0, 8));

interface ExcelSheets {
  readonly sheets: readonly {
    readonly name: string;
    readonly cells: readonly (readonly string[])[];
  }[];
  readonly notes: readonly Note[];
}

function other(file: string, what: string): AppError {
  const message = `${file} is ${what}. Save it as .xlsx ("Excel Workbook") or CSV.`;
  return new AppError("format/other", message, { file });
}

const columnNumber = (letters: string) =>
  [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);

/** The package fills the gaps before a row, so a row that says it is the billionth would fill memory. */
function checkPositions(text: string, file: string): void {
  for (const [, letters = "", digits] of text.matchAll(POSITION)) {
    if (Number(digits) <= MOST_ROWS && columnNumber(letters) <= MOST_COLUMNS) continue;
    const message = `${file} is damaged: it has a cell at ${letters}${digits}, beyond the last of a sheet.`;
    throw new AppError("format/malformed", message, { file, cell: `${letters}${digits}` });
  }
}

/** Unpacks the whole archive once, to know before it is parsed that it is one and how large. */
async function checkArchive(bytes: Buffer, file: string, limits: Limits): Promise<void> {
  const most = Math.min(limits.expandedBytes, MOST_UNPACKED);
  const bounded = { ...limits, expandedBytes: most };
  const watch: ArchiveWatch = {
    limits: bounded,
    entries: 0,
    onUnpacked: expansionMeter(bounded, file),
  };
  let workbook = false;
  for await (const entry of zipEntries(bytes, file, watch)) {
    if (entry.name === "xl/workbook.xml") workbook = true;
    const isSheet = /^xl\/worksheets\/[^/]+\.xml$/.test(entry.name);
    let kept = "";
    for await (const chunk of entry.bytes()) {
      if (!isSheet) continue;
      const text = kept + chunk.toString("latin1");
      checkPositions(text, file);
      kept = text.slice(-64);
    }
    if (entry.name === "mimetype") throw other(file, "an OpenDocument file");
    if (entry.name === "xl/workbook.bin") throw other(file, "a binary Excel workbook (.xlsb)");
  }
  if (!workbook) throw other(file, "a zip archive without a workbook");
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const iso = date.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19);
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateText(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value).trim();
}

/** A number as its digits say, not as the binary fraction that the file may have kept of it. */
function numberText(text: string): string {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) return text;
  return String(Number(value.toPrecision(15)));
}

/**
 * Reads every sheet of an Excel workbook as text.
 *
 * @throws AppError format/malformed, format/other, archive/unsafe, and a limit's
 */
export async function readExcelSheets(
  bytes: Buffer,
  file: string,
  limits: Limits,
): Promise<ExcelSheets> {
  if (OLE.equals(bytes.subarray(0, 8))) throw other(file, "an old or locked Excel file");
  await checkArchive(bytes, file, limits);
  const { default: readXlsxFile } = await import("read-excel-file/node");
  const sheets = await readXlsxFile(bytes, { parseNumber: numberText }).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("format/malformed", `${file} is a damaged Excel workbook: ${why}.`, {
      file,
    });
  });
  return {
    sheets: sheets.map(({ sheet, data }) => ({
      name: sheet,
      cells: data.map((row) => row.map(cellText)),
    })),
    notes: [],
  };
}
