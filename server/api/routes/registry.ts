import type { Route } from "../route.ts";
import { analysis } from "./analysis.ts";
import { briefingFile, briefingPage, mapFile } from "./documents.ts";
import { exportAbout, exportFile } from "./exports.ts";
import { health } from "./health.ts";
import { initiative } from "./initiative.ts";
import { lasting } from "./lasting.ts";
import { openapi } from "./openapi.ts";
import { places } from "./places.ts";
import { plainRoutes, plainStyle } from "./plain.ts";
import { settings } from "./settings.ts";
import { stack } from "./stack.ts";
import { study } from "./study.ts";
import { tiles } from "./tiles.ts";

/** Every resource. Where two could match, the first does. */
export const ROUTES: readonly Route[] = [
  health,
  study,
  places,
  stack,
  initiative,
  analysis,
  settings,
  openapi(() => ROUTES),
  tiles,
  mapFile,
  briefingFile,
  briefingPage,
  lasting,
  plainStyle,
  ...plainRoutes,
  exportAbout,
  exportFile,
];

/** Paths that are announced and answer that they are not built yet. */
export const UNBUILT_PATHS = ["/ogc"] as const;
