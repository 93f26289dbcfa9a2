import { AREA_FIELDS } from "../../../core/mapping/fields.ts";
import { prepareReference } from "../../../ingest/import/reference-import.ts";
import { accuracyOf, parseMap, wordOf } from "../import-options.ts";
import type { ImportCommand } from "./import-command.ts";

/** A full set of areas to look at beside the places. */
export const referenceCommand: ImportCommand = {
  option: "--reference <layer>",
  flag: "reference",
  about: "its features are the areas of this reference layer",
  prepare: (context, path, flags) =>
    prepareReference(
      { ...context, reading: { ...context.reading, map: parseMap(flags.map, AREA_FIELDS) } },
      path,
      {
        reference: flags.reference!,
        title: flags.title,
        vintage: flags.vintage,
        attribution: flags.attribution,
        grade: wordOf("grade", flags.grade ?? "surveyed", ["surveyed", "composed", "generalised"]),
        accuracy: accuracyOf(flags.accuracy),
        scheme: flags.scheme,
        leaveOut: flags.leaveOut === true,
      },
    ),
};
