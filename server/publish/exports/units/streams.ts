import { streamsAlive } from "../../../core/funding/select-streams.ts";
import type { Question } from "../../../core/hotspots/question.ts";
import type { Table } from "../export.ts";
import { aboutAnswer, type ExportContext, type ExportUnit } from "../unit.ts";
import { groundOf, validOutlines } from "./initiative-ground.ts";
import { STREAM_FIELDS, streamCells } from "./stream-fields.ts";

/** Funding streams of the register with their rules, on the ground of their initiatives. */
export const streams = {
  id: "streams",
  title: "Funding streams alive on the date, with their rules",
  hasGround: true,
  build: streamsTable,
} as const satisfies ExportUnit;

function streamsTable(context: ExportContext, question: Question): Table {
  const { streams: all, placing, programmeOf } = context.funding();
  const { initiativeAt } = placing;
  const alive = streamsAlive(all, programmeOf, question);
  const outlineOf = validOutlines(context, question);
  const drawn = alive.map(({ initiative }) =>
    outlineOf.get(initiativeAt.get(initiative ?? "") ?? -1),
  );
  return {
    unit: "streams",
    fields: STREAM_FIELDS,
    rows: alive.map(streamCells),
    ground: groundOf(context, drawn),
    about: aboutAnswer(context, question, {
      unit: "streams",
      title: `funding streams alive on ${question.at}`,
      fields: STREAM_FIELDS,
    }),
  };
}
