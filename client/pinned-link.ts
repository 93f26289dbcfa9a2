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
 * The address that pins its data (docs/decisions/0042-lasting-links-of-every-screen.md); undefined
 * where no lasting page shows what the view does: a comparison, ground outside every place, what is
 * laid over the map.
 */
export function lastingPath(view: View, dataVersion: string): string | undefined {
  const page = pageOf(view);
  if (!page) return undefined;
  const pairs = [...questionPairs(questionOf(view)), ...page.more];
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, value]))
    .toString()
    .replaceAll("%2C", ",");
  return `/l/${shortVersion(dataVersion)}/${page.name}?${query}`;
}

type Pairs = readonly (readonly [string, string])[];

/** What each screen's lasting page takes of its own params. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  coterminosity: ["body", "tier", "ref"],
  streams: ["case"],
  export: ["unit", "fields"],
};

function pageOf(view: View): { name: string; more: Pairs } | undefined {
  const { screen, place, region, by, months, cell, held, params } = view;
  const own = OWN[screen];
  if (own) {
    const more = own.flatMap((name) => (params[name] ? [[name, params[name]] as const] : []));
    const ofPlace = screen === "streams" && place && !params.case;
    return { name: screen, more: ofPlace ? [...more, ["place", place]] : more };
  }
  if (held || cell !== undefined || ![HOTSPOTS, PLACE].includes(screen)) return undefined;
  if (params.need || params.fit) return undefined;
  if (place !== undefined) return { name: PLACE, more: [["place", place]] };
  const more: Pairs = [
    ...(region === undefined ? [] : [["region", region] as const]),
    ...(by === DEFAULT_VIEW.by ? [] : [["by", by] as const]),
    ...(months === DEFAULT_VIEW.months ? [] : [["months", String(months)] as const]),
  ];
  return { name: HOTSPOTS, more };
}

/** The app's own address with the data it was made of: opened on other data, it says what changed. */
export const pinnedPath = (address: string, dataVersion: string): string =>
  `${address}${address.includes("?") ? "&" : "?"}ds=${shortVersion(dataVersion)}`;
