/** Areas that a file names by code or name, told among those of loaded layers. Nothing is guessed. */
import { editDistance } from "./edit-distance.ts";

export interface KnownArea {
  readonly layer: string;
  readonly code: string;
  readonly name: string;
}

export type Match =
  | { readonly kind: "code" | "name"; readonly area: KnownArea }
  | {
      readonly kind: "unknown" | "ambiguous";
      /** What might be meant, best first. */
      readonly suggestions: readonly KnownArea[];
    };

const SUGGESTED = 3;

/** `Kingston upon Hull, City of` and `kingston-upon-hull city of` are one name. */
export const plainName = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();

/**
 * A function that tells areas: by exact code first, then by exact name, letters and spaces apart. The
 * layer in which most of the file's areas are found is asked first, so that a code that two layers
 * share is taken from one.
 *
 * @param wanted everything that the file names
 */
export function areaMatcher(
  areas: readonly KnownArea[],
  wanted: readonly string[],
): (text: string) => Match {
  const byCode = groups(areas, ({ code }) => code.toUpperCase());
  const byName = groups(areas, ({ name }) => plainName(name));
  const found = (text: string) => [
    ...(byCode.get(text.toUpperCase()) ?? []),
    ...(byName.get(plainName(text)) ?? []),
  ];
  const score = new Map<string, number>();
  for (const text of wanted) {
    for (const layer of new Set(found(text).map((area) => area.layer))) {
      score.set(layer, (score.get(layer) ?? 0) + 1);
    }
  }
  const better = (a: KnownArea, b: KnownArea) =>
    (score.get(b.layer) ?? 0) - (score.get(a.layer) ?? 0) || (a.layer < b.layer ? -1 : 1);
  const best = (candidates: readonly KnownArea[]) => {
    const [first] = [...candidates].sort(better);
    return candidates.filter(({ layer }) => layer === first?.layer);
  };
  return (text) => {
    const [coded] = best(byCode.get(text.toUpperCase()) ?? []);
    if (coded) return { kind: "code", area: coded };
    const named = best(byName.get(plainName(text)) ?? []);
    if (named.length === 1) return { kind: "name", area: named[0]! };
    if (named.length > 1) return { kind: "ambiguous", suggestions: named.slice(0, SUGGESTED) };
    return { kind: "unknown", suggestions: nearest(text, areas) };
  };
}

function groups(areas: readonly KnownArea[], key: (area: KnownArea) => string) {
  const map = new Map<string, KnownArea[]>();
  for (const area of areas) {
    const list = map.get(key(area));
    if (list) list.push(area);
    else map.set(key(area), [area]);
  }
  return map;
}

/** Names within a fifth of their letters, codes within one. */
function nearest(text: string, areas: readonly KnownArea[]): KnownArea[] {
  const name = plainName(text);
  const most = Math.max(1, Math.floor(name.length / 5));
  const near = areas.flatMap((area) => {
    const byCode = editDistance(text.toUpperCase(), area.code.toUpperCase(), 1);
    const distance = byCode <= 1 ? byCode : editDistance(name, plainName(area.name), most);
    return distance <= most ? [{ area, distance }] : [];
  });
  return near
    .sort((a, b) => a.distance - b.distance || (a.area.code < b.area.code ? -1 : 1))
    .slice(0, SUGGESTED)
    .map(({ area }) => area);
}
