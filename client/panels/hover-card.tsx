/** What is at the place under the pointer or the focus: the same card for both. */
import type { PlaceRow } from "../../server/core/hotspots/ranking.ts";
import type { Place } from "../../server/core/model.ts";
import { rank } from "../format.ts";
import type { Spot } from "../map/create-map.ts";
import { texts } from "../texts.ts";
import { Squares } from "./marks.tsx";

interface HoverCardProps {
  readonly place: Place;
  /** Absent where the place is not ranked. */
  readonly row: PlaceRow | undefined;
  /** How many places are ranked. */
  readonly of: number;
  readonly at: Spot;
}

/** Half of the card's usual width, and its height: it stays inside the frame. */
const HALF = 110;
const TALL = 84;

export function HoverCard({ place, row, of, at }: HoverCardProps) {
  const inside = at.x >= 0 && at.y >= 0 && at.x <= at.width && at.y <= at.height;
  if (!inside) return null;
  const left = Math.min(Math.max(at.x, HALF), Math.max(HALF, at.width - HALF));
  const below = at.y < TALL;
  return (
    <div
      class={below ? "hover-card hover-below" : "hover-card"}
      style={{ left: `${left}px`, top: `${at.y}px` }}
      aria-hidden="true"
    >
      <b>{place.name}</b> <span>{place.region || place.country}</span>
      {row && <Squares covers={row.covers} touches={row.touches} within={row.within} />}
      <p>
        {row
          ? `${texts.squares(row.covers, row.touches, row.within)}. ${texts.rankOf(rank(row.rank, row.tied), of)}`
          : texts.notRanked}
      </p>
    </div>
  );
}
