/** Who lives on the cells of the study, by every unit that people are known for. */
import type { AmountSource } from "../core/need/model.ts";
import {
  type PeopledPiece,
  peopleByBestFit,
  peopleByPlaces,
  peopleBySmallAreas,
} from "../core/need/peopled-ground.ts";
import type { Db } from "../store/db.ts";
import type { WeightSet } from "../store/weight.ts";
import { districtsOf } from "./districts.ts";
import { type LoadedSmallAreas, loadSmallAreas } from "./load-small-areas.ts";
import type { LoadedStudy } from "./load-study.ts";
import { countedPlaces } from "./people-of-places.ts";
import { smallAreaLayer } from "./small-area-layer.ts";

export interface PeopledStudy {
  /** By the finest units at hand, spread over their ground; nobody's number known without any. */
  readonly areaSplit: readonly PeopledPiece[];
  /** Small areas laid where their points lie; absent without small areas. */
  readonly bestFit: readonly PeopledPiece[] | undefined;
  /** Whole places spread over their ground; absent where their people are not loaded. */
  readonly byPlaces: readonly PeopledPiece[] | undefined;
  /** Where `areaSplit` is from. */
  readonly source: AmountSource | undefined;
}

/** @param read the small areas with their first scores */
export function peopledStudy(
  db: Db,
  loaded: LoadedStudy,
  read: () => LoadedSmallAreas = () => loadSmallAreas(db, loaded),
): PeopledStudy {
  const { study } = loaded;
  const { set, people } = countedPlaces(db, districtsOf(db, loaded));
  const byPlaces = peopleByPlaces(study, people);
  if (!smallAreaLayer(db)) {
    const source = set && citation(set);
    return { areaSplit: byPlaces, bestFit: undefined, byPlaces: set && byPlaces, source };
  }
  const { smallAreas } = read();
  return {
    areaSplit: peopleBySmallAreas(smallAreas),
    bestFit: peopleByBestFit(smallAreas),
    byPlaces: set && byPlaces,
    source: smallAreas.people,
  };
}

const citation = ({ id, title, vintage, attribution, licence }: WeightSet): AmountSource => ({
  id,
  title,
  vintage,
  attribution,
  licence,
});
