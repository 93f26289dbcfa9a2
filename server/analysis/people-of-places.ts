/** How many people live in each place: one rule for every figure that is told per head of a place. */
import { peopleInPlaces } from "../core/need/people-depth.ts";
import type { Db } from "../store/db.ts";
import { DISTRICT_SCHEMES } from "../store/member-area.ts";
import { referenceLayerTable } from "../store/reference-layer.ts";
import { type WeightSet, weightTable } from "../store/weight.ts";
import type { Districts } from "./districts.ts";
import type { PeopledStudy } from "./peopled-study.ts";
import { belongsTo } from "./small-area-layer.ts";

/** Sets that count the people of places or of districts; those of the places' own layer come first. */
export function placeSets(db: Db): WeightSet[] {
  const layer = referenceLayerTable(db)
    .all()
    .find(({ role }) => role === "places");
  const isOwn = layer ? belongsTo(layer) : () => false;
  const ofDistricts = ({ scheme }: WeightSet) => DISTRICT_SCHEMES.some((known) => known === scheme);
  const sets = weightTable(db)
    .sets()
    .filter((set) => set.unit === "people" && (isOwn(set) || ofDistricts(set)));
  return [...sets.filter(isOwn), ...sets.filter((set) => !isOwn(set))];
}

export interface CountedPlaces {
  readonly set: WeightSet | undefined;
  /** Place -> people; all undefined without a set. */
  readonly people: readonly (number | undefined)[];
}

/** People as they were counted for the places themselves, or for the districts they stand for. */
export function countedPlaces(db: Db, { peopleOf }: Pick<Districts, "peopleOf">): CountedPlaces {
  const [set] = placeSets(db);
  return { set, people: peopleOf(set?.id ?? "") };
}

/**
 * People of every place: as counted for it, else those of its small areas, split by ground.
 *
 * @param peopled asked for only where a place was not counted
 */
export function peopleOfPlaces(
  { people }: CountedPlaces,
  peopled: () => Pick<PeopledStudy, "areaSplit">,
): readonly (number | undefined)[] {
  if (!people.includes(undefined)) return people;
  const split = peopleInPlaces(peopled().areaSplit);
  return people.map((counted, place) => counted ?? split.get(place));
}
