/** A link to keep: it says which data its figures are of. */
import { questionOf } from "./answer.ts";
import { questionPairs } from "./api.ts";
import { shortVersion } from "./format.ts";
import { DEFAULT_VIEW, HOTSPOTS, PLACE, type View } from "./view.ts";

/** The link to what is looked at, whole. */
export function pinnedLink(view: View, dataVersion: string): string {
  const { origin, pathname, search } = location;
  const address = lastingPath(view, dataVersion) ?? pinnedPath(pathname + search, dataVersion);
  return `${origin}${address}`;
}

/**
 * The address that keeps its figures when the data change (docs/decisions/0035-lasting-links.md);
 * undefined where no lasting page shows what the view does: a comparison, ground outside every place,
 * other screens.
 */
export function lastingPath(view: View, dataVersion: string): string | undefined {
  const { screen, place, region, by, cell, held } = view;
  if (held || cell !== undefined || ![HOTSPOTS, PLACE].includes(screen)) return undefined;
  const pairs = questionPairs(questionOf(view));
  if (place === undefined && region !== undefined) pairs.push(["region", region]);
  if (place === undefined && by !== DEFAULT_VIEW.by) pairs.push(["by", by]);
  if (place !== undefined) pairs.push(["place", place]);
  const page = place === undefined ? HOTSPOTS : PLACE;
  const query = new URLSearchParams(pairs).toString().replaceAll("%2C", ",");
  return `/l/${shortVersion(dataVersion)}/${page}?${query}`;
}

/** The app's own address with the data it was made of: opened on other data, it says what changed. */
export const pinnedPath = (address: string, dataVersion: string): string =>
  `${address}${address.includes("?") ? "&" : "?"}ds=${shortVersion(dataVersion)}`;
