/** People and scores of need by area code, from a folder of statistics known by file name. */
import { readdirSync } from "node:fs";
import { AppError } from "../core/errors.ts";
import type { WeightSet } from "../store/weight.ts";
import { carriedSets, KNOWN_LOOKUPS, readLookup } from "./load-lookups.ts";
import type { LoadedWeights } from "./loaded-weights.ts";
import { registryValue } from "./registry/read-csv.ts";
import { readTable, type StatisticsTable } from "./statistics-table.ts";

interface WeightRecipe extends Omit<WeightSet, "file" | "sha256" | "attribution" | "licence"> {
  readonly code: string;
  readonly value: string;
}

const NATIONAL_STATISTICS = {
  attribution: "Contains National Statistics data © Crown copyright and database right 2014.",
  licence: "Open Government Licence v3.0",
} as const;

/** Statistics known by their file names. */
export const KNOWN_STATISTICS: Readonly<Record<string, WeightRecipe>> = {
  "lad04_england.csv": {
    id: "people-2015-lad04",
    title: "People by district before 2009",
    unit: "people",
    scheme: "lad04",
    vintage: "mid-2015",
    code: "lad04_code",
    value: "population_mid2015",
  },
  "population_lsoa11_mid2015.csv.gz": {
    id: "people-2015-lsoa11",
    title: "People by lower layer super output area of 2011",
    unit: "people",
    scheme: "lsoa11",
    vintage: "mid-2015",
    code: "lsoa11_code",
    value: "population",
  },
  "imd2000_ward98_england.csv.gz": {
    id: "imd-2000-ward98",
    title: "Index of Multiple Deprivation 2000, score",
    unit: "score",
    scheme: "ward98",
    vintage: "2000",
    code: "ward98_code",
    value: "imd_score",
  },
  "imd2004_lsoa01_england.csv.gz": {
    id: "imd-2004-lsoa01",
    title: "Index of Multiple Deprivation 2004, score",
    unit: "score",
    scheme: "lsoa01",
    vintage: "2004",
    code: "lsoa01_code",
    value: "imd_score",
  },
};

/**
 * Read the statistics of a folder.
 *
 * @returns the sets, and the names of files that are none we know
 * @throws AppError file/missing, file/empty where none is known, file/unreadable, registry/column, registry/value
 */
export function readStatistics(folder: string): {
  readonly sets: readonly LoadedWeights[];
  readonly skipped: readonly string[];
} {
  const files = filesOf(folder);
  const known = files.filter((file) => Object.hasOwn(KNOWN_STATISTICS, file));
  if (known.length === 0) {
    const names = Object.keys(KNOWN_STATISTICS);
    throw new AppError(
      "file/empty",
      `${folder} holds no statistics that are known. Known are files called ${names.join(", ")}.`,
      { path: folder, found: files, known: names },
    );
  }
  const lookups = files.filter((file) => Object.hasOwn(KNOWN_LOOKUPS, file));
  const read = known.map((file) => readSet(readTable(folder, file)));
  const carried = lookups.flatMap((file) => carriedSets(read, readLookup(readTable(folder, file))));
  return {
    sets: [...read, ...carried],
    skipped: files.filter((file) => !known.includes(file) && !lookups.includes(file)),
  };
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    throw new AppError("file/missing", `${folder} is no folder that can be read.`, {
      path: folder,
    });
  }
}

function readSet(table: StatisticsTable): LoadedWeights {
  const { file, sha256, rows } = table;
  const { code, value, ...set } = KNOWN_STATISTICS[file]!;
  const [codeAt, valueAt] = [table.column(code), table.column(value)];
  const weights = rows.map((row, index) => {
    const amount = Number(row[valueAt]);
    if (row[valueAt]?.trim() && Number.isFinite(amount)) return [row[codeAt]!, amount] as const;
    throw registryValue(file, index + 2, value, row[valueAt], "It must be a number");
  });
  return { set: { ...set, ...NATIONAL_STATISTICS, file, sha256 }, weights };
}
