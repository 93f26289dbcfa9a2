import { preparePartners } from "../../../ingest/import/partners-import.ts";
import { PARTNER_COLUMNS } from "../../../ingest/partners/partner-columns.ts";
import { parseMap } from "../import-options.ts";
import type { ImportCommand } from "./import-command.ts";
import { fieldsOf } from "./streams.ts";

/** Who takes part, on which boards, towards what: docs/funding.md has the columns. */
export const partnersCommand: ImportCommand = {
  option: "--partners",
  flag: "partners",
  about: "its rows are seats on boards, or parts in initiatives",
  prepare: (context, path, flags) =>
    preparePartners(
      {
        ...context,
        reading: { ...context.reading, map: parseMap(flags.map, fieldsOf(PARTNER_COLUMNS)) },
      },
      path,
    ),
};
