import { prepareStreams } from "../../../ingest/import/streams-import.ts";
import { STREAM_COLUMNS } from "../../../ingest/streams/stream-columns.ts";
import { parseMap } from "../import-options.ts";
import type { ImportCommand } from "./import-command.ts";

/** Money with its rules: docs/funding.md has the columns. */
export const streamsCommand: ImportCommand = {
  option: "--streams",
  flag: "streams",
  about: "its rows are funding streams, with their rules and yearly money",
  prepare: (context, path, flags) =>
    prepareStreams(
      {
        ...context,
        reading: { ...context.reading, map: parseMap(flags.map, fieldsOf(STREAM_COLUMNS)) },
      },
      path,
    ),
};

/** Our columns as fields that a map may name. */
export const fieldsOf = (columns: Readonly<Record<string, string>>) =>
  Object.entries(columns).map(([id, meaning]) => ({ id, meaning, headings: [] }));
