import type { SharedEdge } from "../core/geometry/shared-edges.ts";
import type { Db } from "../store/db.ts";
import { cellEdges } from "./cell-edges.ts";
import type { LoadedStudy } from "./load-study.ts";
import { type PeopledStudy, peopledStudy } from "./peopled-study.ts";

/** Who lives on the study's cells, and which cells lie side by side: the same for every question. */
export interface Neighbours {
  readonly peopled: PeopledStudy;
  readonly edges: readonly SharedEdge[];
}

/** Cost: a look at every cell's lines; a server keeps the result with its study. */
export const neighboursIn = (
  db: Db,
  loaded: LoadedStudy,
  peopled = peopledStudy(db, loaded),
): Neighbours => ({
  peopled,
  edges: cellEdges(db, loaded),
});
