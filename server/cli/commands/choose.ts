import type { Command } from "commander";
import { loadStudy } from "../../analysis/load-study.ts";
import { neighboursIn } from "../../analysis/neighbours.ts";
import type { ChooserReply } from "../../contract/chooser.ts";
import { indexStudy } from "../../core/hotspots/study-index.ts";
import { NATIONAL_GRID, statedCrs } from "../../ingest/crs.ts";
import { toChooserReply } from "../../publish/chooser-reply.ts";
import { print, printJson } from "../output.ts";
import { textTable } from "../text-table.ts";
import type { World } from "../world.ts";
import { type QuestionOptions, questionFrom, usingDb, withDb, withQuestion } from "./shared.ts";

interface Options extends QuestionOptions {
  readonly db?: string;
  readonly initiative?: string;
  readonly place?: string;
  readonly json?: boolean;
}

/** `choose`: possible boundaries of a partnership. */
export function chooseCommand(program: Command, world: World): Command {
  return withDb(
    withQuestion(
      program
        .command("choose")
        .description(
          "Each place by itself, areas of another tier, and unions of up to four adjacent places, by " +
            "initiatives left whole, people inside one partnership and partners whose patch matches.",
        )
        .option("--initiative <ids>", "these initiatives, with commas between")
        .option("--place <code>", "every initiative recorded at this place"),
    ),
  ).action((options: Options) => run(world, options));
}

async function run(world: World, options: Options): Promise<void> {
  const { initiative, place } = options;
  const { fromLonLat } = await statedCrs(NATIONAL_GRID, "");
  await usingDb(
    world,
    options.db,
    (db) => {
      const loaded = loadStudy(db, fromLonLat);
      const question = questionFrom(options, loaded.study);
      const sources = {
        db,
        loaded,
        index: indexStudy(loaded.study),
        neighbours: neighboursIn(db, loaded),
      };
      const reply = toChooserReply(sources, question, { initiative, place });
      if (options.json) return printJson(world, reply);
      const lines = reply.advice.map((sentence) => `- ${sentence}\n`);
      return print(world, [`${textTable(rowsOf(reply))}\n`, ...lines]);
    },
    { readonly: true },
  );
}

const rowsOf = ({ candidates, initiatives }: ChooserReply) =>
  candidates.slice(0, 20).map(({ rank, unsplit, people_inside, matches, label }) => ({
    rank,
    whole: `${unsplit} of ${initiatives.length}`,
    people_inside: people_inside === null ? null : `${(people_inside * 100).toFixed(1)} %`,
    matches: matches.length,
    possible: label,
  }));
