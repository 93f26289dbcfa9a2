import { analyseQuestion } from "../../server/analysis/analyse-question.ts";
import { fitLayers } from "../../server/analysis/fit-layer.ts";
import { type LoadedStudy, loadStudy } from "../../server/analysis/load-study.ts";
import { parseQuestion } from "../../server/contract/question.ts";
import { indexStudy, type StudyIndex } from "../../server/core/hotspots/study-index.ts";
import { NATIONAL_GRID, statedCrs } from "../../server/ingest/crs.ts";
import type { Table } from "../../server/publish/exports/export.ts";
import type { ExportContext, ExportUnit } from "../../server/publish/exports/unit.ts";
import { openDb } from "../../server/store/db.ts";
import { toyData } from "./toy-data.ts";

export interface ToyAsker {
  readonly loaded: LoadedStudy;
  readonly index: StudyIndex;
  readonly table: (unit: ExportUnit, query: object) => Table;
  readonly close: () => void;
}

/** The toy data, to be asked for tables. */
export async function askToy(): Promise<ToyAsker> {
  const toy = await toyData();
  const db = openDb(toy.db);
  const { printed, toLonLat, fromLonLat } = await statedCrs(NATIONAL_GRID, "");
  const loaded = loadStudy(db, fromLonLat);
  const index = indexStudy(loaded.study);
  const context: ExportContext = {
    db,
    loaded,
    index,
    crs: { id: printed, toLonLat, fromLonLat },
    analyse: (question) => analyseQuestion(db, loaded, question),
    fits: () => fitLayers(db),
  };
  return {
    loaded,
    index,
    table: (unit, query) => unit.build(context, parseQuestion(query, loaded.study.programmes)),
    close() {
      db.close();
      toy.remove();
    },
  };
}
