/** What is read or made of a study beyond its cells: each part when it is first asked for, and once. */
import type { PlacedEntry } from "../core/funding/placed-money.ts";
import type { StudyIndex } from "../core/hotspots/study-index.ts";
import type { Db } from "../store/db.ts";
import type { AnalyseOptions } from "./certified.ts";
import { type FitByPeople, fitByPeople } from "./fit-by-people.ts";
import { fitLayer, type LayerFit } from "./fit-layer.ts";
import { type SmallAreasUnder, smallAreasUnder } from "./fit-people.ts";
import { fitTiers, type Tier } from "./fit-tiers.ts";
import { type Funding, loadFunding } from "./load-funding.ts";
import { type LoadedSmallAreas, loadSmallAreas } from "./load-small-areas.ts";
import type { LoadedStudy } from "./load-study.ts";
import { type Neighbours, neighboursIn } from "./neighbours.ts";
import { countedPlaces, peopleOfPlaces } from "./people-of-places.ts";
import { type PeopledStudy, peopledStudy } from "./peopled-study.ts";
import { type PlacingChoice, placedLedger } from "./place-money.ts";
import { type PrintedMoney, printedMoney } from "./year-money.ts";

export interface ReadStudy {
  readonly db: Db;
  readonly loaded: LoadedStudy;
  readonly index: StudyIndex;
}

export interface Readings {
  readonly funding: () => Funding;
  /** The ledger on its places, once for each rule and set of weights. */
  readonly placed: (choice: PlacingChoice) => readonly PlacedEntry[];
  /** What was printed for the year of a date. */
  readonly printed: () => PrintedMoney;
  /** The small areas with one set of scores; the first without a name. Throws as `loadSmallAreas`. */
  readonly smallAreas: (score?: string) => LoadedSmallAreas;
  /** Small areas to open pairs with. */
  readonly under: () => SmallAreasUnder;
  /** Who lives on the cells. */
  readonly peopled: () => PeopledStudy;
  /** Place -> people, where they are known. */
  readonly people: () => readonly (number | undefined)[];
  /** Who lives on the cells and which lie side by side. */
  readonly neighbours: () => Neighbours;
  readonly tiers: () => readonly Tier[];
  /** Outlines against every tier, as stored or made now. */
  readonly fits: () => readonly LayerFit[];
  /** The same by people; undefined where none are loaded. */
  readonly fitByPeople: () => FitByPeople | undefined;
}

/** @param options of the work on what is not stored yet */
export function readingsOf(study: ReadStudy, options: AnalyseOptions = {}): Readings {
  const { db, loaded, index } = study;
  const funding = once(() => loadFunding(db, loaded, index));
  const smallAreas = onceEach(
    (score?: string) => score ?? "",
    (score?: string) => loadSmallAreas(db, loaded, score),
  );
  const peopled = once(() => peopledStudy(db, loaded, () => smallAreas()));
  const tiers = once(() => fitTiers(db));
  const fits = once(() => tiers().map((tier) => fitLayer(db, tier, options)));
  return {
    funding,
    placed: onceEach(
      ({ rule, weights }: PlacingChoice) => JSON.stringify([rule, weights?.id]),
      (choice: PlacingChoice) => placedLedger(funding(), choice),
    ),
    printed: once(() => printedMoney(db)),
    smallAreas,
    under: once(() => smallAreasUnder(db)),
    peopled,
    people: once(() => peopleOfPlaces(countedPlaces(db, funding().districts), peopled)),
    neighbours: once(() => neighboursIn(db, loaded, peopled())),
    tiers,
    fits,
    fitByPeople: once(() => fitByPeople(db, fits(), options)),
  };
}

/** A failure is not kept: it is tried anew. */
function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}

function onceEach<A extends unknown[], T>(
  keyOf: (...asked: A) => string,
  read: (...asked: A) => T,
): (...asked: A) => T {
  const kept = new Map<string, T>();
  return (...asked) => {
    const key = keyOf(...asked);
    const known = kept.get(key) ?? read(...asked);
    kept.set(key, known);
    return known;
  };
}
