/** Where the map looks. */
import type { Place } from "../../server/core/model.ts";

/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number];

/** The smallest bounds around some places; undefined for none. */
export function boundsOf(places: readonly Place[]): Bounds | undefined {
  const [first, ...rest] = places.map(({ bounds }) => bounds);
  if (!first) return undefined;
  return rest.reduce<Bounds>(
    ([w, s, e, n], [west, south, east, north]) => [
      Math.min(w, west),
      Math.min(s, south),
      Math.max(e, east),
      Math.max(n, north),
    ],
    first,
  );
}

/** The ground of the ranking: England, or one region of it. */
export const rankedBounds = (places: readonly Place[], region?: string) =>
  boundsOf(
    places.filter(
      (place) => place.country === "England" && (region === undefined || place.region === region),
    ),
  );

/** The region that is enlarged. */
export const LONDON = "London";

/** London's places, whose boroughs are too small to tell apart on a map of England. */
export const londonBounds = (places: readonly Place[]) =>
  boundsOf(places.filter(({ region }) => region === LONDON));

/** The frame that the inset shows, drawn on the main map. */
export const padded = ([w, s, e, n]: Bounds, share: number): Bounds => {
  const x = (e - w) * share;
  const y = (n - s) * share;
  return [w - x, s - y, e + x, n + y];
};
