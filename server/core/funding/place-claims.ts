/** Claims by the places in which the streams' money lies. */
import type { IsoDate } from "../units.ts";
import type { ClaimsCalendar } from "./calendar.ts";
import type { Stream } from "./model.ts";

export interface PlaceClaims {
  readonly claims: number;
  /** Different days on which one falls due. */
  readonly days: number;
  /** Streams there that do not say when they claim: there are this many claims or more. */
  readonly notStated: number;
}

/**
 * Place -> its claims: those of a stream count whole in each place that it lies in, since each place
 * has to make its part of them. A place without any stream is absent.
 */
export function claimsByPlace(
  { claims, notStated }: ClaimsCalendar,
  streams: readonly Stream[],
  placesOf: (stream: Stream) => readonly number[],
): ReadonlyMap<number, PlaceClaims> {
  const found = new Map<number, { claims: number; days: Set<IsoDate>; notStated: number }>();
  const at = (place: number) => {
    const known = found.get(place) ?? { claims: 0, days: new Set<IsoDate>(), notStated: 0 };
    found.set(place, known);
    return known;
  };
  const places = new Map(streams.map((stream) => [stream, placesOf(stream)]));
  for (const stream of streams) for (const place of places.get(stream)!) at(place);
  for (const { of, due } of claims) {
    for (const place of places.get(of)!) {
      const sum = at(place);
      sum.claims++;
      sum.days.add(due);
    }
  }
  for (const { stream } of notStated)
    for (const place of places.get(stream)!) at(place).notStated++;
  return new Map(
    [...found].map(([place, { days, ...sum }]) => [place, { ...sum, days: days.size }]),
  );
}
