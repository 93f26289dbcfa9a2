import type { Command } from "commander";
import { loadSmallAreas } from "../../analysis/load-small-areas.ts";
import { loadStudy } from "../../analysis/load-study.ts";
import { type NeedCountsReply, type NeedReply, needQuery } from "../../contract/need.ts";
import { parse } from "../../contract/parse.ts";
import { indexStudy } from "../../core/hotspots/study-index.ts";
import { sumOf } from "../../core/need/by-reach.ts";
import { NATIONAL_GRID, statedCrs } from "../../ingest/crs.ts";
import { toNeedReply, toPlaceNeedReply } from "../../publish/need-reply.ts";
import { print, printJson } from "../output.ts";
import { textTable } from "../text-table.ts";
import type { World } from "../world.ts";
import { type NeedOptions, withNeed } from "./need-options.ts";
import { type QuestionOptions, questionFrom, usingDb, withDb, withQuestion } from "./shared.ts";

interface Options extends QuestionOptions, NeedOptions {
  readonly db?: string;
  readonly place?: string;
  readonly json?: boolean;
}

/** `need`: people in the most deprived small areas, and what is recorded there. */
export function needCommand(program: Command, world: World): Command {
  return withDb(
    withNeed(
      withQuestion(
        program
          .command("need")
          .description(
            "People in the most deprived small areas by region, or the small areas of one place: " +
              "under an outline, only somewhere within their place, or with nothing recorded.",
          )
          .option("--place <code>", "the small areas of this place"),
      ),
    ),
  ).action((options: Options) => run(world, options));
}

async function run(world: World, options: Options): Promise<void> {
  const { share, score, place } = options;
  const given = Object.entries({ share, score }).filter(([, value]) => value !== undefined);
  const asked = parse(needQuery, Object.fromEntries(given));
  const { fromLonLat } = await statedCrs(NATIONAL_GRID, "");
  await usingDb(
    world,
    options.db,
    async (db) => {
      const loaded = loadStudy(db, fromLonLat);
      const sources = {
        loaded,
        index: indexStudy(loaded.study),
        small: loadSmallAreas(db, loaded, asked.score),
      };
      const question = questionFrom(options, loaded.study);
      if (place !== undefined) {
        const reply = toPlaceNeedReply(sources, question, asked, place);
        if (options.json) return printJson(world, reply);
        const rows = reply.small_areas.filter(({ in_need }) => in_need).map(areaRow);
        return print(world, [`${textTable(rows)}\n`, ...reply.caveats.map(line)]);
      }
      const reply = toNeedReply(sources, question, asked);
      if (options.json) return printJson(world, reply);
      return print(world, [`${textTable(regionRows(reply))}\n`, ...reply.caveats.map(line)]);
    },
    { readonly: true },
  );
}

const line = (sentence: string) => `- ${sentence}\n`;

const regionRows = ({ regions, total }: NeedReply) => [
  ...regions.map(({ region, ...counts }) => countRow(region, counts)),
  countRow("all", total),
];

/** People to the nearest whole one, as people read them. */
const countRow = (region: string, { areas, people, none_share, elsewhere }: NeedCountsReply) => ({
  region,
  areas: sumOf(areas),
  people: Math.round(sumOf(people)),
  covered: Math.round(people.covers),
  within: Math.round(people.within),
  none: Math.round(people.none),
  none_share: none_share === null ? null : `${(none_share * 100).toFixed(1)} %`,
  covered_elsewhere: Math.round(elsewhere.covered),
});

const areaRow = ({
  code,
  name,
  rank,
  people,
  reach,
  depth,
}: ReturnType<typeof toPlaceNeedReply>["small_areas"][number]) => ({
  code,
  rank,
  people,
  reach,
  depth,
  name,
});
