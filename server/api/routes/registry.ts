import type { Route } from "../route.ts";
import { analysis } from "./analysis.ts";
import { cases, workedCase } from "./cases.ts";
import { cashFlow } from "./cash-flow.ts";
import { changes } from "./changes.ts";
import { check, checks, repairPicture } from "./checks.ts";
import { chooser } from "./chooser.ts";
import { claims, claimsDiary } from "./claims.ts";
import { contrast } from "./contrast.ts";
import { briefingFile, briefingPage, mapFile } from "./documents.ts";
import { duplication } from "./duplication.ts";
import { exportPreview, exportsList } from "./export-preview.ts";
import { exportSizes } from "./export-sizes.ts";
import { exportAbout, exportFile } from "./exports.ts";
import { figures } from "./figures.ts";
import { fit } from "./fit.ts";
import { fitOnMap } from "./fit-ground.ts";
import { fitPicture } from "./fit-map.ts";
import { fitPair } from "./fit-opened.ts";
import { fragmentation } from "./fragmentation.ts";
import { health } from "./health.ts";
import { initiative } from "./initiative.ts";
import { initiativeMoney } from "./initiative-money.ts";
import { lasting } from "./lasting.ts";
import { moneyByLayer } from "./layer-money.ts";
import { money } from "./money.ts";
import { need, needAreas, placeNeed } from "./need.ts";
import { openapi } from "./openapi.ts";
import { organisations } from "./organisations.ts";
import { partners } from "./partners.ts";
import { placeMoney } from "./place-money.ts";
import { places } from "./places.ts";
import { plainRoutes, plainStyle } from "./plain.ts";
import { plainCheck, plainChecks } from "./plain-checks.ts";
import { plainExport } from "./plain-export.ts";
import { plainMatrix, plainOpened } from "./plain-fit.ts";
import { plainNeed, plainStreams } from "./plain-money.ts";
import { settings } from "./settings.ts";
import { smallAreas } from "./small-area-money.ts";
import { stack } from "./stack.ts";
import { stream, streams } from "./streams.ts";
import { study } from "./study.ts";
import { tiles } from "./tiles.ts";
import { version, versionOutlines, versions } from "./versions.ts";
import { volumeByYear } from "./volume.ts";

/** Every resource. Where two could match, the first does. */
export const ROUTES: readonly Route[] = [
  health,
  study,
  places,
  stack,
  initiative,
  smallAreas,
  moneyByLayer,
  money,
  placeMoney,
  initiativeMoney,
  streams,
  stream,
  claimsDiary,
  claims,
  partners,
  organisations,
  cases,
  workedCase,
  fragmentation,
  cashFlow,
  duplication,
  volumeByYear,
  analysis,
  checks,
  check,
  repairPicture,
  versions,
  version,
  versionOutlines,
  changes,
  fit,
  fitOnMap,
  fitPair,
  need,
  needAreas,
  figures,
  placeNeed,
  chooser,
  contrast,
  settings,
  openapi(() => ROUTES),
  tiles,
  fitPicture,
  exportsList,
  exportPreview,
  exportSizes,
  mapFile,
  briefingFile,
  briefingPage,
  lasting,
  plainStyle,
  ...plainRoutes,
  plainChecks,
  plainCheck,
  plainMatrix,
  plainExport,
  plainOpened,
  plainStreams,
  plainNeed,
  exportAbout,
  exportFile,
];

/** Paths that are announced and answer that they are not built yet. */
export const UNBUILT_PATHS = ["/ogc"] as const;
