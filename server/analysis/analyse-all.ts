import type { Db } from "../store/db.ts";
import { analyseSmallAreas } from "./analyse-small-areas.ts";
import { analyseStudy } from "./analyse-study.ts";
import type { AnalyseOptions } from "./certified.ts";
import { fitByPeople } from "./fit-by-people.ts";
import { fitLayers } from "./fit-layer.ts";
import type { Projector } from "./indications.ts";
import { analyseUpperTiers } from "./upper-tiers.ts";

/**
 * Cut everything that is loaded: the study, the small areas where there are any, the fit of every
 * outline to every reference layer by ground and by people, and which areas of other layers are made of whole places. Within a
 * transaction whoever reads never meets data that is not cut.
 *
 * @throws AppError as the five do
 */
export function analyseAll(db: Db, toMetres: Projector, options: AnalyseOptions = {}): void {
  analyseStudy(db, options);
  analyseSmallAreas(db, toMetres, options);
  fitByPeople(db, fitLayers(db, options), options);
  analyseUpperTiers(db);
}
