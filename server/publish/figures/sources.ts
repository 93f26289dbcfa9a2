/** What figures of places are reckoned from. */

import type { LoadedSmallAreas } from "../../analysis/load-small-areas.ts";
import { placingChoice } from "../../analysis/place-money.ts";
import type { Readings, ReadStudy } from "../../analysis/readings.ts";
import { smallAreaLayer } from "../../analysis/small-area-layer.ts";
import type { PlacedEntry } from "../../core/funding/placed-money.ts";

export interface FigureSources
  extends Pick<ReadStudy, "loaded" | "index">,
    Pick<Readings, "funding" | "people" | "peopled"> {
  /** The ledger divided by ground covered: the rule of a place's own page. */
  readonly placed: () => readonly PlacedEntry[];
  /** Undefined where none are loaded. */
  readonly smallAreas: () => LoadedSmallAreas | undefined;
}

export const figureSources = ({
  db,
  loaded,
  index,
  funding,
  people,
  peopled,
  placed,
  smallAreas,
}: ReadStudy & Readings): FigureSources => ({
  loaded,
  index,
  funding,
  people,
  peopled,
  placed: () => placed(placingChoice(db, "area", undefined)),
  smallAreas: () => (smallAreaLayer(db) ? smallAreas() : undefined),
});
