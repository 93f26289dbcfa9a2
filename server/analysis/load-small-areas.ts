/** The small areas as the core sees them, read from the stored analysis. */
import { AppError } from "../core/errors.ts";
import type { AmountSource, SmallAreas } from "../core/need/model.ts";
import type { Certificate, Repair } from "../core/overlay/model.ts";
import { squareMetres } from "../core/units.ts";
import type { Db } from "../store/db.ts";
import { placeTable, type StoredPlace } from "../store/place.ts";
import { type SmallAreaAnalysis, smallAreaTable } from "../store/small-area.ts";
import { type WeightSet, weightTable } from "../store/weight.ts";
import { smallAreasKey } from "./analyse-small-areas.ts";
import type { LoadedStudy } from "./load-study.ts";
import { type SmallAreaLayer, scoresWithoutGround, smallAreaLayer } from "./small-area-layer.ts";

export interface LoadedSmallAreas {
  readonly smallAreas: SmallAreas;
  /** Small area -> its boundary's id. */
  readonly boundaryOf: readonly number[];
  readonly certificate: Certificate;
  readonly repairs: readonly Repair[];
  /** Source of the partition -> its initiative, or the code of the place or small area. */
  readonly sourceNames: readonly string[];
  /** Ids of the sets of scores that can be asked for, the default first. */
  readonly scores: readonly string[];
  /** Sets of scores that no loaded layer has areas for. */
  readonly withoutGround: readonly AmountSource[];
}

/**
 * Read the small areas with people and one set of scores.
 *
 * @param score id of a set of scores; without it the first
 * @throws AppError need/no-areas where nothing is loaded to look at, store/empty where it is not
 *   analysed, input/not-found for a set that is none
 */
export function loadSmallAreas(db: Db, loaded: LoadedStudy, score?: string): LoadedSmallAreas {
  const found = smallAreaLayer(db);
  if (!found) throw noAreas(db);
  const { layer, people } = found;
  const analysis = storedSmallAreas(db, loaded, layer.id);
  const need = scoreNamed(found, score);
  const areas = placeTable(db).ofLayer(layer.id);
  return {
    smallAreas: {
      layer: { id: layer.id, title: layer.title, vintage: layer.vintage },
      people: toSource(people),
      need: toSource(need),
      ...joined(db, loaded, areas, analysis, { people: people.id, need: need.id }),
    },
    boundaryOf: areas.map(({ boundary }) => boundary),
    certificate: analysis.certificate,
    repairs: analysis.repairs,
    sourceNames: [
      ...loaded.study.outlines.map(({ initiative }) => loaded.study.initiatives[initiative]!.id),
      ...[...loaded.study.places, ...areas.map(({ place }) => place)].map(({ code }) => code),
    ],
    scores: found.scores.map(({ id }) => id),
    withoutGround: scoresWithoutGround(db).map(toSource),
  };
}

function storedSmallAreas(db: Db, { study }: LoadedStudy, layer: string): SmallAreaAnalysis {
  const analysis = smallAreaTable(db).find(smallAreasKey(study.dataVersion, layer));
  if (analysis) return analysis;
  throw new AppError(
    "store/empty",
    `The small areas in ${db.name} have not been analysed. Run "patchwork analyse".`,
    { path: db.name, layer },
  );
}

function noAreas(db: Db): AppError {
  const scores = scoresWithoutGround(db).map(({ id }) => id);
  return new AppError(
    "need/no-areas",
    "No small areas with people and a score of need are loaded, so need cannot be looked at. Run " +
      '"patchwork load" with --boundaries and --statistics that have both' +
      (scores.length > 0 ? `; no loaded layer has the areas of ${scores.join(", ")}.` : "."),
    { scores },
  );
}

function scoreNamed({ scores }: SmallAreaLayer, wanted: string | undefined): WeightSet {
  const set = wanted === undefined ? scores[0] : scores.find(({ id }) => id === wanted);
  if (set) return set;
  const known = scores.map(({ id }) => id);
  throw new AppError(
    "input/not-found",
    `There is no set of scores "${wanted}" for the small areas. Known: ${known.join(", ")}.`,
    { score: wanted, known },
  );
}

function joined(
  db: Db,
  { referenceAreaOf, boundaryOf }: LoadedStudy,
  areas: readonly StoredPlace[],
  analysis: SmallAreaAnalysis,
  sets: { readonly people: string; readonly need: string },
): Pick<SmallAreas, "areas" | "pieces"> {
  const table = weightTable(db);
  const [people, scores, changes] = [
    table.values(sets.people),
    table.values(sets.need),
    table.carried(sets.need),
  ];
  const unitAt = new Map(areas.map(({ id }, unit) => [id, unit]));
  const placeAt = new Map(referenceAreaOf.map((id, place) => [id, place]));
  const outlineAt = new Map(boundaryOf.map((id, outline) => [id, outline]));
  const pieces = smallAreaTable(db)
    .pieces(analysis.id)
    .map(({ smallArea, place, coveredBy, area, point }) => ({
      unit: unitAt.get(smallArea)!,
      place: place === null ? -1 : placeAt.get(place)!,
      coveredBy: coveredBy.map((boundary) => outlineAt.get(boundary)!),
      area: squareMetres(area),
      point,
    }));
  const home = new Map(
    pieces.flatMap(({ unit, place, point }) => (point === "outside" ? [] : [[unit, place]])),
  );
  return {
    pieces,
    areas: areas.map(({ place: { code, name } }, unit) => ({
      code,
      name,
      place: home.get(unit) ?? -1,
      people: people.get(code),
      score: scores.get(code),
      change: changes.get(code) ?? "unchanged",
    })),
  };
}

const toSource = ({ id, title, vintage, attribution, licence }: WeightSet): AmountSource => ({
  id,
  title,
  vintage,
  attribution,
  licence,
});
