/** `import --weights`: a table of people or scores by area code. */
import { basename, extname } from "node:path";
import { readAmount, saysThousands } from "../../core/check/read-amount.ts";
import { AppError } from "../../core/errors.ts";
import { WEIGHT_FIELDS } from "../../core/mapping/fields.ts";
import type { WeightsState } from "../../store/items/weights-item.ts";
import { weightTable } from "../../store/weight.ts";
import { checkTable } from "../check/check-table.ts";
import { readTableSubject } from "../check/table-subject.ts";
import { BLOCKING, expectDecided } from "./decided.ts";
import type { ImportContext, PreparedImport } from "./prepared-import.ts";
import { cellOf } from "./programme-rows.ts";

export interface WeightsOptions {
  /** Id of the set; without it made of the file's name. */
  readonly set?: string | undefined;
  readonly title?: string | undefined;
  readonly vintage?: string | undefined;
  readonly unit: "people" | "score";
  /** Which codes: lad04, lsoa11, ... */
  readonly scheme?: string | undefined;
}

/**
 * Reads a table as a set of weights. A row without a value is left out, being unknown and not 0.
 *
 * @throws AppError of the table's reader; import/undecided, registry/column
 */
export async function prepareWeights(
  { db, reading, provenance }: ImportContext,
  path: string,
  options: WeightsOptions,
): Promise<PreparedImport> {
  const read = await readTableSubject(path, {
    fields: WEIGHT_FIELDS,
    idField: "code",
    sheet: reading.layer,
    map: reading.map,
  });
  const { mapping, table, rows } = read;
  const lacking = WEIGHT_FIELDS.map(({ id }) => id).filter((field) => !mapping.has(field));
  if (lacking.length > 0) {
    throw new AppError(
      "registry/column",
      `${table.file} has no column that is surely the ${lacking.join(" or the ")}. Say which with ` +
        `--map theirs=${lacking[0]}. It has: ${read.columns.join(", ")}.`,
      { file: table.file, lacking, found: read.columns },
    );
  }
  const report = checkTable(read, reading.today, []);
  expectDecided(report, [...BLOCKING, "duplicate-id"]);
  const thousands = saysThousands(mapping.get("value")!);
  const weights = rows.flatMap((row) => {
    const amount = readAmount(cellOf(row, mapping, "value"), thousands);
    return amount ? [[row.id, amount.pounds] as const] : [];
  });
  const id = options.set ?? idOf(path);
  const before = weightTable(db)
    .sets()
    .find((set) => set.id === id);
  const state = {
    set: {
      title: options.title ?? before?.title ?? id,
      unit: options.unit,
      scheme: options.scheme ?? before?.scheme ?? "",
      vintage: options.vintage ?? before?.vintage ?? "not stated",
      attribution: provenance.source || (before?.attribution ?? ""),
      licence: provenance.licence || (before?.licence ?? ""),
      file: basename(path),
      sha256: table.sha256,
    },
    weights: weights.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    carried: [],
  } satisfies WeightsState;
  const left = rows.length - weights.length;
  return {
    file: basename(path),
    sha256: table.sha256,
    report,
    what: `${weights.length} weights as ${id}`,
    states: () => [{ kind: "weights", item: id, state }],
    warnings:
      left === 0
        ? []
        : [
            `${left === 1 ? "1 row" : `${left} rows`} without a value left out, being unknown and not 0.`,
          ],
  };
}

const idOf = (path: string) =>
  basename(path, extname(path))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
