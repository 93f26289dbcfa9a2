import type { ImportContext, PreparedImport } from "../../../ingest/import/prepared-import.ts";
import type { ImportFlags } from "./import-flags.ts";

/** A kind of import as the command line knows it. */
export interface ImportCommand {
  /** The flag that asks for it, as commander writes it and as it is called in the options. */
  readonly option: string;
  readonly flag: keyof ImportFlags;
  readonly about: string;
  readonly prepare: (
    context: ImportContext,
    path: string,
    flags: ImportFlags,
  ) => Promise<PreparedImport>;
}
