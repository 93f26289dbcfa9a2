/** Tables of what became of areas between two vintages, and the scores carried by them. */
import { type Change, carryScores, type Link } from "../core/weights/carry.ts";
import type { LoadedWeights } from "./loaded-weights.ts";
import { registryValue } from "./registry/read-csv.ts";
import { type StatisticsTable, sha256Of } from "./statistics-table.ts";

interface LookupRecipe {
  /** The codes that scores come in, and those that they are carried to. */
  readonly from: { readonly scheme: string; readonly column: string };
  readonly to: { readonly scheme: string; readonly column: string; readonly words: string };
  readonly change: string;
}

/** Tables known by their file names. */
export const KNOWN_LOOKUPS: Readonly<Record<string, LookupRecipe>> = {
  "lookup_lsoa01_lsoa11.csv.gz": {
    from: { scheme: "lsoa01", column: "lsoa01_code" },
    to: { scheme: "lsoa11", column: "lsoa11_code", words: "areas of 2011" },
    change: "change_code",
  },
};

/** The codes that National Statistics gives to changes. */
const CHANGES: Readonly<Record<string, Change>> = {
  U: "unchanged",
  S: "split",
  M: "merged",
  X: "irregular",
};

/** A table read from its file. */
export interface Lookup {
  readonly file: string;
  readonly sha256: string;
  readonly recipe: LookupRecipe;
  readonly links: readonly Link[];
}

/** @throws AppError registry/column, registry/value */
export function readLookup(table: StatisticsTable): Lookup {
  const recipe = KNOWN_LOOKUPS[table.file]!;
  const [from, to, change] = [recipe.from.column, recipe.to.column, recipe.change].map(
    table.column,
  );
  const links = table.rows.map((row, index) => {
    const how = CHANGES[row[change!] ?? ""];
    if (how) return { from: row[from!]!, to: row[to!]!, change: how };
    const must = `It must be one of ${Object.keys(CHANGES).join(", ")}`;
    throw registryValue(table.file, index + 2, recipe.change, row[change!], must);
  });
  return { file: table.file, sha256: table.sha256, recipe, links };
}

/** Every set of scores in a table's earlier codes, once more in its later ones. */
export function carriedSets(
  sets: readonly LoadedWeights[],
  { file, sha256, recipe: { from, to }, links }: Lookup,
): LoadedWeights[] {
  return sets
    .filter(({ set }) => set.unit === "score" && set.scheme === from.scheme)
    .map(({ set, weights }) => {
      const carried = carryScores(new Map(weights), links);
      return {
        set: {
          ...set,
          id: `${set.id.replace(`-${from.scheme}`, "")}-${to.scheme}`,
          title: `${set.title}, carried to ${to.words}`,
          scheme: to.scheme,
          file: `${set.file} by ${file}`,
          sha256: sha256Of(`${set.sha256}${sha256}`),
        },
        weights: carried.map(({ code, score }) => [code, score] as const),
        carried: carried.flatMap(({ code, change }) =>
          change === "unchanged" ? [] : [[code, change] as const],
        ),
      };
    });
}
