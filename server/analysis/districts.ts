/** Districts and the places that stand for them: what a printed line of money or a list may name. */
import type { Whereabouts } from "../core/funding/ledger.ts";
import type { Stream } from "../core/funding/model.ts";
import type { Db } from "../store/db.ts";
import { groupBy } from "../store/group-by.ts";
import { memberAreaTable } from "../store/member-area.ts";
import { referenceLayerTable } from "../store/reference-layer.ts";
import { weightTable } from "../store/weight.ts";
import type { LoadedStudy } from "./load-study.ts";
import { belongsTo } from "./small-area-layer.ts";

export interface Districts {
  /** Code of a place, or of a district that one stands for -> place. */
  readonly placeAt: ReadonlyMap<string, number>;
  /** Name of a place, or of a district that is some initiative's member -> place. */
  readonly placeNamed: ReadonlyMap<string, number>;
  readonly whereabouts: (stream: Stream) => Whereabouts;
  /** Place -> people by a set of weights; undefined where it, or a district of it, has none. */
  readonly peopleOf: (weightSet: string) => (number | undefined)[];
}

/** Names of one region in printed lines and in the register. */
const REGION_NAMES: Readonly<Record<string, string>> = {
  East: "Eastern",
  "East of England": "Eastern",
};
export const regionName = (name: string) => REGION_NAMES[name] ?? name;

export function districtsOf(db: Db, { study, referenceAreaOf }: LoadedStudy): Districts {
  const areaAt = new Map(referenceAreaOf.map((id, place) => [id, place]));
  const members = memberAreaTable(db);
  const rows = members
    .districts()
    .map((row) => ({ ...row, place: areaAt.get(row.reference_area_id)! }));
  const own = study.places.map(({ code }, place) => [code, place] as const);
  // A place's own code goes before a district's that happens to be the same.
  const placeAt = new Map([...rows.map(({ code, place }) => [code, place] as const), ...own]);
  const named = members.all().flatMap(({ name, code }) => {
    const place = placeAt.get(code);
    return place === undefined ? [] : [[name, place] as const];
  });
  const placeNamed = new Map([
    ...named,
    ...study.places.map(({ name }, place) => [name, place] as const),
  ]);
  const namesOf = groupBy(members.all(), ({ initiative_id }) => initiative_id);
  const layer = referenceLayerTable(db)
    .all()
    .find(({ id }) => id === study.layer.id);
  const isOwn = layer ? belongsTo(layer) : () => false;
  const codesOf = groupBy(rows, ({ place }) => place);
  return {
    placeAt,
    placeNamed,
    whereabouts: ({ initiative, scope, line }) => {
      if (scope === "region") return { districts: [], regions: [regionName(line)] };
      const areas = initiative === undefined ? [] : (namesOf.get(initiative) ?? []);
      const districts = scope === "district" ? [line] : [...new Set(areas.map(({ name }) => name))];
      const places =
        scope === "district" ? [placeNamed.get(line)] : areas.map(({ code }) => placeAt.get(code));
      const regions = places.flatMap((place) =>
        place === undefined ? [] : study.places[place]!.region,
      );
      return { districts, regions: [...new Set(regions.map(regionName))] };
    },
    peopleOf(weightSet) {
      const table = weightTable(db);
      const set = table.sets().find(({ id }) => id === weightSet);
      if (set === undefined) return study.places.map(() => undefined);
      const values = table.values(weightSet);
      if (isOwn(set)) return study.places.map(({ code }) => values.get(code));
      return study.places.map((_, place) => {
        const codes = (codesOf.get(place) ?? []).filter(({ scheme }) => scheme === set.scheme);
        const people = codes.map(({ code }) => values.get(code));
        if (codes.length === 0 || people.includes(undefined)) return undefined;
        return people.reduce<number>((sum, count) => sum + count!, 0);
      });
    },
  };
}
