import { AppError } from "../../core/errors.ts";
import { beyond, type Limits } from "../limits.ts";
import {
  assumedDecoding,
  decoding,
  encodingOfDriver,
  encodingOfName,
  type TextDecoding,
} from "./dbf-encoding.ts";
import type { Note } from "./format.ts";

const HEADER = 32;
const FIELD = 32;
const END_OF_FIELDS = 0x0d;
const DELETED = 0x2a;
const UTF_16 = "utf16le";

/** A column of a dBASE table. */
export interface DbfField {
  /** As the file has it, or with a number after it where two were equal. */
  readonly name: string;
  /** `C` text, `N` and `F` numbers, `D` date, `L` yes or no; others are read as text. */
  readonly type: string;
  /** Where it begins in a row, and how many bytes it takes. */
  readonly offset: number;
  readonly length: number;
}

export type DbfValue = string | number | boolean | null;

/** A dBASE table whose rows are decoded when they are asked for. */
export interface DbfTable {
  readonly fields: readonly DbfField[];
  /** Rows that the header states, deleted ones included. */
  readonly rows: number;
  /** Whether a row is marked as deleted. */
  readonly isDeleted: (row: number) => boolean;
  /** The values of a row; `undefined` where the file ends before it. */
  readonly values: (row: number) => Readonly<Record<string, DbfValue>> | undefined;
  readonly notes: readonly Note[];
}

/** A number as written, where it is one that a double holds; else its text. */
function numberOf(text: string): DbfValue {
  if (text === "" || /^\*+$/.test(text)) return null;
  const value = Number(text.replace(",", "."));
  if (!Number.isFinite(value)) return text;
  const exact = !/^-?\d+$/.test(text) || Number.isSafeInteger(value);
  return exact ? value : text;
}

function dateOf(text: string): DbfValue {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (text === "" || /^0+$/.test(text)) return null;
  return year === undefined ? text : `${year}-${month}-${day}`;
}

function logicalOf(text: string): DbfValue {
  if (/^[yt]$/i.test(text)) return true;
  return /^[nf]$/i.test(text) ? false : null;
}

function cellValue({ type }: DbfField, bytes: Buffer, decode: TextDecoding["decode"]): DbfValue {
  if (type === "I" && bytes.length === 4) return bytes.readInt32LE();
  if ((type === "B" || type === "O") && bytes.length === 8) return bytes.readDoubleLE();
  if (type === "C" || type === "M") return trimmed(decode(bytes)) || null;
  const text = bytes.toString("latin1").replace(/\0+$/, "").trim();
  if (type === "N" || type === "F") return numberOf(text);
  if (type === "D") return dateOf(text);
  return type === "L" ? logicalOf(text) : text || null;
}

/** Texts are filled up with blanks, and by some programs with zero bytes. */
const trimmed = (text: string) => text.replace(/[\0\s]+$/u, "").replace(/^\s+/u, "");

/** Names that occur before get a number after them, so that neither value is lost. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name}_${n}`;
    taken.add(unique);
    return unique;
  });
}

/** A field's name ends at its first zero byte. */
function nameBytes(dbf: Buffer, field: number): Buffer {
  const at = HEADER + FIELD * field;
  const name = dbf.subarray(at, at + 11);
  const end = name.indexOf(0);
  return end < 0 ? name : name.subarray(0, end);
}

/** The name of a field; in UTF-16 every second byte of it may be zero. */
function nameOf(dbf: Buffer, field: number, { encoding, decode }: TextDecoding): string {
  if (encoding !== UTF_16) return decode(nameBytes(dbf, field)).trim();
  const at = HEADER + FIELD * field;
  return decode(dbf.subarray(at, at + 10))
    .split("\0")[0]!
    .trim();
}

function fieldsOf(dbf: Buffer, headerLength: number, text: TextDecoding): DbfField[] {
  const found: Omit<DbfField, "name">[] = [];
  const names: string[] = [];
  let offset = 1;
  for (let at = HEADER; at + FIELD <= headerLength && dbf[at] !== END_OF_FIELDS; at += FIELD) {
    names.push(nameOf(dbf, names.length, text));
    const length = dbf[at + 16]!;
    found.push({ type: String.fromCharCode(dbf[at + 11]!), offset, length });
    offset += length;
  }
  return uniqueNames(names).map((name, i) => ({ name, ...found[i]! }));
}

/** All bytes of the table's texts and names, to see what they can be. */
function textBytes(dbf: Buffer, headerLength: number, rowLength: number): Buffer {
  const plain = fieldsOf(dbf, headerLength, decoding("latin1", undefined));
  const texts = plain.filter(({ type }) => type === "C");
  const parts = plain.map((_, i) => nameBytes(dbf, i));
  for (let at = headerLength; at + rowLength <= dbf.length; at += rowLength) {
    for (const { offset, length } of texts) {
      parts.push(withoutCutSign(dbf.subarray(at + offset, at + offset + length)));
    }
  }
  return Buffer.concat(parts);
}

/** A full field may end in the middle of a sign of UTF-8: without the part that is left of it. */
function withoutCutSign(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

const isAscii = (bytes: Buffer) => bytes.every((byte) => byte < 0x80);

function chooseDecoding(
  dbf: Buffer,
  layout: readonly [headerLength: number, rowLength: number],
  cpg: string | undefined,
  file: string,
): { readonly text: TextDecoding; readonly notes: readonly Note[] } {
  const named = cpg === undefined ? undefined : encodingOfName(cpg);
  if (named !== undefined) return { text: decoding(named, "cpg"), notes: [] };
  const driver = encodingOfDriver(dbf[29]!);
  if (driver !== undefined) return { text: decoding(driver, "driver"), notes: [] };
  const bytes = textBytes(dbf, ...layout);
  const text = assumedDecoding(bytes);
  if (isAscii(bytes)) return { text, notes: [] };
  const assumed = text.encoding === "utf8" ? "UTF-8" : "Windows-1252";
  const why = cpg === undefined ? "does not say how its texts are encoded" : `is in "${cpg}"`;
  const message = `${file} ${why}${cpg === undefined ? "" : ", which is not known"}, so they were read as ${assumed}. If accents look wrong, name the encoding in a .cpg file beside it.`;
  return { text, notes: [{ code: "file/encoding", message }] };
}

/**
 * A dBASE table.
 *
 * @param cpg what the `.cpg` file beside it says
 * @param file what messages call it
 * @throws AppError format/malformed, limit/fields, limit/features
 */
export function dbfTable(
  dbf: Buffer,
  cpg: string | undefined,
  file: string,
  limits: Limits,
): DbfTable {
  const rows = dbf.length < HEADER ? 0 : dbf.readUInt32LE(4);
  const headerLength = dbf.length < HEADER ? 0 : dbf.readUInt16LE(8);
  const rowLength = dbf.length < HEADER ? 0 : dbf.readUInt16LE(10);
  if (headerLength <= HEADER || headerLength > dbf.length || (rows > 0 && rowLength === 0)) {
    throw new AppError("format/malformed", `${file} is no dBASE table.`, { file });
  }
  if (rows > limits.features) throw beyond("features", limits, file);
  const { text, notes } = chooseDecoding(dbf, [headerLength, rowLength], cpg, file);
  const fields = fieldsOf(dbf, headerLength, text);
  if (fields.length > limits.fields) throw beyond("fields", limits, file);
  const renamed = fields.filter(({ name }, i) => name !== nameOf(dbf, i, text));
  const renaming: Note[] =
    renamed.length === 0
      ? []
      : [
          {
            code: "file/renamed",
            message: `${file} has several fields of one name: the later ones are called ${renamed.map(({ name }) => name).join(", ")}.`,
          },
        ];
  const rowAt = (row: number) => headerLength + row * rowLength;
  return {
    fields,
    rows,
    isDeleted: (row) => dbf[rowAt(row)] === DELETED,
    values(row) {
      const at = rowAt(row);
      if (at + rowLength > dbf.length) return undefined;
      return Object.fromEntries(
        fields.map((field) => {
          const start = at + field.offset;
          const end = Math.min(start + field.length, at + rowLength);
          return [
            field.name,
            cellValue(field, dbf.subarray(start, Math.max(start, end)), text.decode),
          ];
        }),
      );
    },
    notes: [...notes, ...renaming],
  };
}
