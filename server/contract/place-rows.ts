/** The ranked list of places on the wire. */
import type { PlaceRow } from "../core/hotspots/ranking.ts";
import type { Study } from "../core/model.ts";
import { toPlaceFigure } from "./figures.ts";
import type { PlacesReply } from "./replies.ts";

export type PlaceRowReply = PlacesReply["places"][number];

/** One row of the list, with the place by code and name; unknown becomes null. */
export function toPlaceRow({ places }: Study, row: PlaceRow): PlaceRowReply {
  const { code, name, region } = places[row.place]!;
  return {
    rank: row.rank,
    tied: row.tied,
    code,
    name,
    region,
    covers: row.covers,
    touches: row.touches,
    within: row.within,
    undated: row.undated,
    all: row.all,
    funders: row.funders,
    started: row.started,
    ended: row.ended,
    ending: row.ending,
    endingMoney: row.endingMoney ?? null,
    endingMoneyKnown: row.endingMoneyKnown,
    ruleChanges: row.ruleChanges,
    churn: row.churn ?? null,
    figure: row.figure ? toPlaceFigure(row.figure) : null,
  };
}
