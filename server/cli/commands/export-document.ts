/** `export map`: a document to a file or to standard output. */
import { fileURLToPath } from "node:url";
import { analyseQuestion } from "../../analysis/analyse-question.ts";
import { loadStudy } from "../../analysis/load-study.ts";
import { readingsOf } from "../../analysis/readings.ts";
import { publicAddress } from "../../api/main.ts";
import { parsePageQuestion } from "../../contract/page-question.ts";
import { AppError } from "../../core/errors.ts";
import type { Question } from "../../core/hotspots/question.ts";
import { indexStudy } from "../../core/hotspots/study-index.ts";
import { NATIONAL_GRID, statedCrs } from "../../ingest/crs.ts";
import type { ExportDocument } from "../../publish/documents/document.ts";
import { documentFormat } from "../../publish/documents/registry.ts";
import { withFigures } from "../../publish/figures/registry.ts";
import { figureSources } from "../../publish/figures/sources.ts";
import { scaleNamed } from "../../publish/map-svg/png.ts";
import { pageContext } from "../../publish/page-context.ts";
import { expectNameOf, expectWritable, print, printJson, writeFile } from "../output.ts";
import { serveSettings } from "../settings.ts";
import { pathFrom, type World } from "../world.ts";
import type { NeedOptions } from "./need-options.ts";
import { KEEPING, type QuestionOptions, usingDb } from "./shared.ts";

const DATA = fileURLToPath(new URL("../../../data", import.meta.url));

export interface DocumentOptions extends QuestionOptions, NeedOptions {
  readonly db?: string;
  readonly format?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly region?: string;
  readonly place?: string;
  readonly by?: string;
  readonly months?: string;
  readonly scale?: string;
  readonly publicUrl?: string;
  /** Of an export's fields; a document has none. */
  readonly fields?: string;
}

/** Make a document as the server would, with its address for links, and deliver it. */
export async function exportDocument(
  world: World,
  document: ExportDocument,
  options: DocumentOptions,
): Promise<void> {
  const format = documentFormat(document, options.format ?? "");
  const scale = scaleNamed(options.scale);
  if (options.out !== undefined) {
    expectNameOf(options.out, format);
    expectWritable(pathFrom(world, options.out));
  }
  const { printed, toLonLat, fromLonLat } = await statedCrs(NATIONAL_GRID, "");
  const { publicUrl } = options;
  const address = publicAddress(serveSettings(world, publicUrl ? { publicUrl } : {}));
  const { at, programme, category, department, aim, funder, region, place, by, months } = options;
  await usingDb(
    world,
    options.db,
    async (db) => {
      const loaded = loadStudy(db, fromLonLat);
      const index = indexStudy(loaded.study);
      const study = { db, loaded, index };
      const readings = readingsOf(study);
      const asked = withFigures(
        figureSources({ ...study, ...readings }),
        parsePageQuestion(
          { at, programme, category, department, aim, funder, region, place, by, months },
          loaded.study,
        ),
      );
      const exportContext = {
        ...study,
        ...readings,
        crs: { id: printed, toLonLat, fromLonLat },
        analyse: (question: Question) => analyseQuestion(db, loaded, question),
      };
      const context = pageContext(exportContext, address, DATA);
      const body = await document.make(context, asked, format.id, scale);
      const about = {
        document: document.id,
        format: format.id,
        data_version: loaded.study.dataVersion,
      };
      if (options.out !== undefined) {
        const written = await writeFile(world, options.out, [body]);
        if (options.json) await printJson(world, { ...about, ...written });
        else world.err.write(`${options.out}: ${document.title}.\n`);
      } else if (options.json) await printJson(world, about);
      else if (world.out === process.stdout && process.stdout.isTTY && typeof body !== "string") {
        throw new AppError("input/invalid", `${format.title} is no text: name a file with -o.`, {
          format: format.id,
        });
      } else await print(world, [body]);
    },
    KEEPING,
  );
}
