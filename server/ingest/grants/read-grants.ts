import { createHash } from "node:crypto";
import { basename } from "node:path";
import { AppError } from "../../core/errors.ts";
import { fileBytes } from "../formats/file-bytes.ts";
import type { Note } from "../formats/format.ts";
import { beyond, type Limits, limitsWith } from "../limits.ts";
import { readTable } from "../tables/read-table.ts";
import { cellPlace, type Table } from "../tables/table.ts";
import { GEO_CODE_TYPES } from "./code-lists.ts";
import { cellValue, type Path, PERSONAL, pathOfColumn, place } from "./grant-columns.ts";
import { type Grant, grantSchema } from "./grant-schema.ts";
import { jsonDepth } from "./json-depth.ts";

/** A grant that the standard allows, and where it stands. */
export interface GrantRow {
  /** The row of a spreadsheet as it numbers it, or the grant's number in a JSON file, from 1. */
  readonly row: number;
  readonly grant: Grant;
}

/**
 * What is wrong with a grant, or doubtful:
 * - `grants/missing`: a field that the standard requires;
 * - `grants/value`: a value that does not fit its field;
 * - `grants/duplicate`: an identifier that an earlier grant has;
 * - `grants/geo-code-type`: a kind of area beside the open list: a doubt, the grant is kept.
 */
export interface GrantProblem {
  readonly code: "grants/missing" | "grants/value" | "grants/duplicate" | "grants/geo-code-type";
  readonly row: number;
  /** The field by its path in the standard: `fundingOrganization/0/id`. */
  readonly field: string;
  /** One sentence that names file, place and field. */
  readonly message: string;
}

/** Grants as a publisher wrote them down. */
export interface GrantFile {
  readonly file: string;
  /** Hexadecimal SHA-256 of the file as stored. */
  readonly sha256: string;
  readonly format: "360giving-json" | "360giving-table";
  /** Those without a fault, in order. */
  readonly grants: readonly GrantRow[];
  readonly problems: readonly GrantProblem[];
  readonly notes: readonly Note[];
}

/** One grant as it was found, before it was judged. */
interface RawGrant {
  readonly row: number;
  readonly raw: unknown;
  /** Says where a field of it stands, for messages. */
  readonly whereIs: (path: Path) => string;
}

const pointer = (path: Path) => path.join("/");

function valueAt(raw: unknown, path: Path): unknown {
  let at = raw;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

const MOST_SHOWN = 40;
const shown = (value: unknown) => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
};

function problemsOf(
  { row, raw, whereIs }: RawGrant,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): GrantProblem[] {
  return issues.map(({ path: keys, message }) => {
    const path = keys.map((key) => (typeof key === "number" ? key : String(key)));
    const value = valueAt(raw, path);
    const isEmpty = value === "" || (Array.isArray(value) && value.length === 0);
    const missing = value === undefined || value === null || isEmpty;
    const what = missing ? "it is missing" : `"${shown(value)}" does not fit. ${message}`;
    return {
      code: missing ? "grants/missing" : "grants/value",
      row,
      field: pointer(path),
      message: `${whereIs(path)}: ${what}.`,
    };
  });
}

function doubtsOf({ row, whereIs }: RawGrant, { beneficiaryLocation }: Grant): GrantProblem[] {
  return beneficiaryLocation.flatMap(({ geoCodeType }, i) => {
    if (geoCodeType === undefined || GEO_CODE_TYPES.has(geoCodeType)) return [];
    const path = ["beneficiaryLocation", i, "geoCodeType"];
    const message = `${whereIs(path)}: "${shown(geoCodeType)}" is no kind of area that the standard lists.`;
    return [{ code: "grants/geo-code-type" as const, row, field: pointer(path), message }];
  });
}

function judge(found: Iterable<RawGrant>, file: string, limits: Limits) {
  const grants: GrantRow[] = [];
  const problems: GrantProblem[] = [];
  const rowOf = new Map<string, number>();
  for (const one of found) {
    if (rowOf.size > limits.features) throw beyond("features", limits, file);
    const result = grantSchema.safeParse(one.raw);
    if (!result.success) {
      problems.push(...problemsOf(one, result.error.issues));
      continue;
    }
    const { id } = result.data;
    const earlier = rowOf.get(id);
    if (earlier !== undefined) {
      const message = `${one.whereIs(["id"])}: "${shown(id)}" is the identifier of an earlier grant, in ${earlier}.`;
      problems.push({ code: "grants/duplicate", row: one.row, field: "id", message });
      continue;
    }
    rowOf.set(id, one.row);
    problems.push(...doubtsOf(one, result.data));
    grants.push({ row: one.row, grant: result.data });
  }
  return { grants, problems };
}

function* grantsOfTable(table: Table, paths: readonly (Path | undefined)[]): Generator<RawGrant> {
  const columnOf = new Map(paths.map((path, column) => [path && pointer(path), column]));
  for (const { row, cells } of table.rows) {
    const raw: Record<string, unknown> = {};
    for (const [column, path] of paths.entries()) {
      const text = cells[column] ?? "";
      if (path !== undefined && text !== "") place(raw, path, cellValue(path, text));
    }
    const whereIs = (path: Path) => {
      const column = columnOf.get(pointer(path)) ?? columnOf.get(pointer([...path, 0, "id"]));
      return column === undefined
        ? `${table.file}, row ${row}, ${pointer(path)}`
        : `${table.file}, ${cellPlace(table, row, column)}`;
    };
    yield { row, raw, whereIs };
  }
}

function columnNotes({ file, header }: Table, paths: readonly (Path | undefined)[]): Note[] {
  const others = header.filter((name, column) => name !== "" && paths[column] === undefined);
  if (others.length === 0) return [];
  const personal = others.filter((name) => PERSONAL.test(name));
  const unknown = others.filter((name) => !PERSONAL.test(name));
  const notes: Note[] = [];
  if (personal.length > 0) {
    const message = `Left out of ${file}, as they name persons: ${personal.join(", ")}.`;
    notes.push({ code: "file/left-out", message });
  }
  if (unknown.length > 0) {
    const message = `Left out of ${file}, as grants here have no such field: ${unknown.join(", ")}.`;
    notes.push({ code: "file/left-out", message });
  }
  return notes;
}

async function readGrantTable(
  path: string,
  limits: Partial<Limits> | undefined,
): Promise<GrantFile> {
  const table = await readTable(path, { limits });
  const { file, sha256 } = table;
  const paths = table.header.map(pathOfColumn);
  if (!paths.some((one) => one !== undefined && pointer(one) === "id")) {
    const message = `${file} is no 360Giving spreadsheet: it has no column "Identifier". Its columns: ${table.header.join(", ")}.`;
    throw new AppError("format/malformed", message, { file, header: table.header });
  }
  const judged = judge(grantsOfTable(table, paths), file, limitsWith(limits));
  const notes = [...table.notes, ...columnNotes(table, paths)];
  return { file, sha256, format: "360giving-table", ...judged, notes };
}

function parseJson(text: string, file: string, limits: Limits): unknown {
  if (jsonDepth(text) > limits.depth) throw beyond("depth", limits, file);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("format/malformed", `${file} is not valid JSON: ${why}.`, { file });
  }
}

function* grantsOfJson(list: readonly unknown[], file: string): Generator<RawGrant> {
  for (const [i, raw] of list.entries()) {
    const id = valueAt(raw, ["id"]);
    const named = typeof id === "string" ? ` (${shown(id)})` : "";
    const whereIs = (path: Path) => `${file}, grant ${i + 1}${named}, ${pointer(path)}`;
    yield { row: i + 1, raw, whereIs };
  }
}

async function readGrantJson(
  path: string,
  limits: Partial<Limits> | undefined,
): Promise<GrantFile> {
  const file = basename(path);
  const hash = createHash("sha256");
  const chunks: Buffer[] = [];
  const onBytes = (chunk: Uint8Array) => void hash.update(chunk);
  for await (const chunk of fileBytes(path, { onBytes, limits })) chunks.push(chunk);
  const text = Buffer.concat(chunks)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  const list = valueAt(parseJson(text, file, limitsWith(limits)), ["grants"]);
  if (!Array.isArray(list)) {
    const message = `${file} is no 360Giving package: it has no list "grants".`;
    throw new AppError("format/malformed", message, { file });
  }
  const judged = judge(grantsOfJson(list, file), file, limitsWith(limits));
  return { file, sha256: hash.digest("hex"), format: "360giving-json", ...judged, notes: [] };
}

/**
 * Reads grants of the 360Giving Data Standard from its JSON package, or from a spreadsheet or CSV
 * file with its column titles. Every fault and doubt is named by row and field; a grant with a fault
 * is not among those that can be used. What names a person is not read.
 *
 * @throws AppError file/missing, file/unreadable, file/empty, format/malformed, format/other,
 *   format/layer, and a limit's
 */
export async function readGrants(
  path: string,
  { limits }: { readonly limits?: Partial<Limits> } = {},
): Promise<GrantFile> {
  return /\.json(?:\.gz)?$/i.test(path)
    ? readGrantJson(path, limits)
    : readGrantTable(path, limits);
}
