/** What figures of places are reckoned from; each part is read once, when it is first asked for. */
import { type Funding, loadFunding } from "../../analysis/load-funding.ts";
import { type LoadedSmallAreas, loadSmallAreas } from "../../analysis/load-small-areas.ts";
import type { LoadedStudy } from "../../analysis/load-study.ts";
import { countedPlaces, peopleOfPlaces } from "../../analysis/people-of-places.ts";
import { type PeopledStudy, peopledStudy } from "../../analysis/peopled-study.ts";
import { type PlacingChoice, placedLedger, placingChoice } from "../../analysis/place-money.ts";
import { smallAreaLayer } from "../../analysis/small-area-layer.ts";
import type { PlacedEntry } from "../../core/funding/placed-money.ts";
import type { StudyIndex } from "../../core/hotspots/study-index.ts";
import type { Db } from "../../store/db.ts";

export interface FigureSources {
  readonly loaded: LoadedStudy;
  readonly index: StudyIndex;
  readonly funding: () => Funding;
  /** The ledger divided by ground covered: the rule of a place's own page. */
  readonly placed: () => readonly PlacedEntry[];
  /** Place -> people, where they are known. */
  readonly people: () => readonly (number | undefined)[];
  readonly peopled: () => PeopledStudy;
  /** Undefined where none are loaded. */
  readonly smallAreas: () => LoadedSmallAreas | undefined;
}

/** Parts that the caller holds already, so that they are not read twice. */
export interface HeldParts {
  readonly funding?: () => Funding;
  readonly placed?: (choice: PlacingChoice) => readonly PlacedEntry[];
  readonly smallAreas?: () => LoadedSmallAreas;
}

export function figureSources(
  study: { readonly db: Db; readonly loaded: LoadedStudy; readonly index: StudyIndex },
  held: HeldParts = {},
): FigureSources {
  const { db, loaded, index } = study;
  const funding = once(held.funding ?? (() => loadFunding(db, loaded, index)));
  const peopled = once(() => peopledStudy(db, loaded));
  const choice = () => placingChoice(db, "area", undefined);
  return {
    loaded,
    index,
    funding,
    placed: once(() => held.placed?.(choice()) ?? placedLedger(funding(), choice())),
    people: once(() => peopleOfPlaces(countedPlaces(db, funding().districts), peopled)),
    peopled,
    smallAreas: once(() => {
      if (!smallAreaLayer(db)) return undefined;
      return held.smallAreas?.() ?? loadSmallAreas(db, loaded);
    }),
  };
}

function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}
