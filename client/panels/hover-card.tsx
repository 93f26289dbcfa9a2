/** What is at the place under the pointer or the focus: the same card for both. */
import type { PlaceRow } from "../../server/core/hotspots/ranking.ts";
import type { Place } from "../../server/core/model.ts";
import { rank } from "../format.ts";
import { texts } from "../texts.ts";
import { Squares } from "./marks.tsx";

interface HoverCardProps {
  readonly place: Place;
  readonly row: PlaceRow | undefined;
  readonly at: { readonly x: number; readonly y: number };
}

export function HoverCard({ place, row, at }: HoverCardProps) {
  return (
    <div class="hover-card" style={{ left: `${at.x}px`, top: `${at.y}px` }} aria-hidden="true">
      <b>{place.name}</b> <span>{place.region || place.country}</span>
      {row ? (
        <>
          <Squares covers={row.covers} touches={row.touches} within={row.within} />
          <p>
            {texts.squares(row.covers, row.touches, row.within)}. {rank(row.rank, row.tied)}
          </p>
        </>
      ) : (
        <p>{texts.notRanked}</p>
      )}
    </div>
  );
}
