/** Who lives on the cells of the study, by every unit that people are known for. */
import type { AmountSource } from "../core/need/model.ts";
import {
  type PeopledPiece,
  peopleByBestFit,
  peopleByPlaces,
  peopleBySmallAreas,
} from "../core/need/peopled-ground.ts";
import type { Db } from "../store/db.ts";
import { referenceLayerTable } from "../store/reference-layer.ts";
import { type WeightSet, weightTable } from "../store/weight.ts";
import { loadSmallAreas } from "./load-small-areas.ts";
import type { LoadedStudy } from "./load-study.ts";
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

export function peopledStudy(db: Db, loaded: LoadedStudy): PeopledStudy {
  const { study } = loaded;
  const set = peopleOfPlaces(db, study.layer.id);
  const known = set ? weightTable(db).values(set.id) : undefined;
  const byPlaces = peopleByPlaces(
    study,
    study.places.map(({ code }) => known?.get(code)),
  );
  if (!smallAreaLayer(db)) {
    const source = set && citation(set);
    return { areaSplit: byPlaces, bestFit: undefined, byPlaces: set && byPlaces, source };
  }
  const { smallAreas } = loadSmallAreas(db, loaded);
  return {
    areaSplit: peopleBySmallAreas(smallAreas),
    bestFit: peopleByBestFit(smallAreas),
    byPlaces: set && byPlaces,
    source: smallAreas.people,
  };
}

function peopleOfPlaces(db: Db, places: string): WeightSet | undefined {
  const layer = referenceLayerTable(db)
    .all()
    .find(({ id }) => id === places);
  return weightTable(db)
    .sets()
    .find(
      ({ unit, scheme }) =>
        unit === "people" && scheme !== "" && (scheme === layer?.scheme || scheme === layer?.id),
    );
}

const citation = ({ id, title, vintage, attribution, licence }: WeightSet): AmountSource => ({
  id,
  title,
  vintage,
  attribution,
  licence,
});
