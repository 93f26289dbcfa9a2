import { INITIATIVE_FIELDS } from "../../../core/mapping/fields.ts";
import { prepareMembers } from "../../../ingest/import/members-import.ts";
import { prepareProgramme } from "../../../ingest/import/programme-import.ts";
import { accuracyOf, parseMap, parseMatches, wordOf } from "../import-options.ts";
import type { ImportCommand } from "./import-command.ts";
import { isTable } from "./is-table.ts";

/** Outlines, or a table that says what initiatives are made of. */
export const programmeCommand: ImportCommand = {
  option: "--programme <code>",
  flag: "programme",
  about: "its features or rows are initiatives of this programme",
  async prepare(context, path, flags) {
    const map = parseMap(flags.map, INITIATIVE_FIELDS);
    const mapped = { ...context, reading: { ...context.reading, map } };
    const programme = {
      programme: flags.programme!,
      title: flags.title,
      category: flags.category,
      department: flags.department,
    };
    if (await isTable(path, flags.layer)) {
      return prepareMembers(mapped, path, {
        ...programme,
        areas: flags.areas,
        match: parseMatches(flags.match),
        leaveOut: flags.leaveOut === true,
      });
    }
    return prepareProgramme(mapped, path, {
      ...programme,
      grade: wordOf("grade", flags.grade ?? "surveyed", ["surveyed", "generalised"]),
      accuracy: accuracyOf(flags.accuracy),
      leaveOut: flags.leaveOut === true,
    });
  },
};
