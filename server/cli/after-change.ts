import { analyseAll } from "../analysis/analyse-all.ts";
import { loadStudy } from "../analysis/load-study.ts";
import type { Progress } from "../core/overlay/model.ts";
import { NATIONAL_GRID, statedCrs } from "../ingest/crs.ts";
import { keepStudy } from "../publish/kept/keep-study.ts";
import type { Db } from "../store/db.ts";

/** What follows every change of the data, within its transaction. */
export type AfterChange = (db: Db) => void;

/** Cuts what there is now, and keeps its figures for links that pin this data version. */
export async function afterChange(progress: Progress): Promise<AfterChange> {
  const { fromLonLat, printed } = await statedCrs(NATIONAL_GRID, "");
  return (db) => {
    analyseAll(db, fromLonLat, { progress });
    keepStudy(db, loadStudy(db, fromLonLat), printed);
  };
}
