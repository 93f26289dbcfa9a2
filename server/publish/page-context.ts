/** What maps, pages and briefings are made from. */
import type { PageQuestion } from "../contract/page-question.ts";
import type { ExportContext } from "./exports/unit.ts";
import { type StudyGround, studyGround } from "./map-svg/drawn-ground.ts";

export interface PageContext extends ExportContext {
  /** The address that a reader reaches this server at, without a slash at its end. */
  readonly address: string;
  /** The folder of bundled data, which holds the coast. */
  readonly dataDir: string;
}

export type { PageQuestion };

export const pageGround = ({ db, loaded, dataDir, crs }: PageContext): StudyGround =>
  studyGround(db, loaded, dataDir, crs.fromLonLat);
