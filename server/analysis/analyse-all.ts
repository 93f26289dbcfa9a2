import type { Db } from "../store/db.ts";
import { analyseSmallAreas } from "./analyse-small-areas.ts";
import { analyseStudy } from "./analyse-study.ts";
import type { AnalyseOptions } from "./certified.ts";
import type { Projector } from "./indications.ts";

/**
 * Cut everything that is loaded: the study, and the small areas where there are any. Within a
 * transaction whoever reads never meets data that is not cut.
 *
 * @throws AppError as the two do
 */
export function analyseAll(db: Db, toMetres: Projector, options: AnalyseOptions = {}): void {
  analyseStudy(db, options);
  analyseSmallAreas(db, toMetres, options);
}
