import { WEIGHT_FIELDS } from "../../../core/mapping/fields.ts";
import { prepareWeights } from "../../../ingest/import/weights-import.ts";
import { parseMap, wordOf } from "../import-options.ts";
import type { ImportCommand } from "./import-command.ts";

/** People, or a score of need, by area code. */
export const weightsCommand: ImportCommand = {
  option: "--weights [id]",
  flag: "weights",
  about: "its rows are weights by area code; the set is called by this id, or as the file is",
  prepare: (context, path, flags) =>
    prepareWeights(
      { ...context, reading: { ...context.reading, map: parseMap(flags.map, WEIGHT_FIELDS) } },
      path,
      {
        set: typeof flags.weights === "string" ? flags.weights : undefined,
        title: flags.title,
        vintage: flags.vintage,
        unit: wordOf("unit", flags.unit ?? "people", ["people", "score"]),
        scheme: flags.scheme,
      },
    ),
};
