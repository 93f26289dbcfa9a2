/** Scale, north and the key to the colours. */
import { TOP_DEPTH } from "../../core/hotspots/summary.ts";
import { type Markup, svg } from "../markup.ts";
import { textWidth } from "../text-width.ts";
import type { Token } from "../tokens.ts";
import type { Frame } from "./frame.ts";
import { UNSURE } from "./patterns.ts";

/** Lengths that a scale bar may have, kilometres. */
const LENGTHS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200];
/** Pixels that it has at most. */
const LONGEST = 110;

/** A bar of a round length and an arrow to grid north, in the lower right corner of the frame. */
export function scaleAndNorth(frame: Frame, token: Token): Markup {
  const pixels = (km: number) => km * 1000 * frame.scale;
  const km = LENGTHS.findLast((length) => pixels(length) <= LONGEST) ?? LENGTHS[0]!;
  const right = frame.left + frame.width - 10;
  const y = frame.top + frame.height - 10;
  const words = `${km} km`;
  const barRight = right - 22;
  const barLeft = barRight - pixels(km);
  const boxLeft = barLeft - textWidth(words, 11) - 12;
  const ink = token("ink");
  return svg`<g font-size="11" fill="${ink}"><rect x="${boxLeft.toFixed(1)}" y="${y - 22}" width="${(right + 6 - boxLeft).toFixed(1)}" height="28" fill="${token("surface")}" fill-opacity="0.85"/><text x="${(barLeft - 5).toFixed(1)}" y="${y}" text-anchor="end">${words}</text><path d="M${barLeft.toFixed(1)},${y - 7}V${y - 1}H${barRight.toFixed(1)}V${y - 7}" fill="none" stroke="${ink}" stroke-width="1.2"/><path d="M${right - 8},${y - 19}l4,9h-8z"/><text x="${right - 8}" y="${y + 1}" text-anchor="middle" font-weight="600" font-size="11">N</text></g>`;
}

export const classWord = (depth: number) => (depth === TOP_DEPTH ? `${depth}+` : String(depth));

/** Depth from which figures on it are in the paper's colour. */
export const DARK_FROM = 4;

export interface LegendWords {
  readonly title: string;
  /** Of each class. */
  readonly classes: readonly string[];
  /** What hatched discs mean; absent where the map has none. */
  readonly discs?: { readonly within: string; readonly cited: string };
  readonly places: (count: number) => string;
}

const SWATCH = { width: 60, height: 20 };

/**
 * The key: a swatch a class with its word and how many places are in it, and what hatching means. The
 * class after the last colour is what cannot be told.
 *
 * @returns the markup and the height it takes
 */
export function legend(
  at: { readonly left: number; readonly top: number; readonly prefix: string },
  placesByClass: readonly number[],
  words: LegendWords,
  token: Token,
): { readonly markup: Markup; readonly height: number } {
  const { left, top, prefix } = at;
  const ink = token("ink");
  const swatches = placesByClass.map((places, depth) => {
    const x = left + depth * (SWATCH.width + 3);
    const dark = depth >= DARK_FROM && depth <= TOP_DEPTH;
    const fill = depth > TOP_DEPTH ? `url(#${prefix}${UNSURE})` : token(`d${depth}`);
    return svg`<rect x="${x}" y="${top + 18}" width="${SWATCH.width}" height="${SWATCH.height}" fill="${fill}" stroke="${token("rule2")}" stroke-width="0.6"/><text x="${x + SWATCH.width / 2}" y="${top + 32}" text-anchor="middle" font-weight="600" fill="${dark ? token("paper") : ink}">${words.classes[depth]}</text><text x="${x + SWATCH.width / 2}" y="${top + 51}" text-anchor="middle" font-size="11" fill="${token("ink2")}">${words.places(places)}</text>`;
  });
  const hatchLeft = left + placesByClass.length * (SWATCH.width + 3) + 18;
  const disc = (x: number, y: number, radius: number) =>
    svg`<circle cx="${x}" cy="${y}" r="${radius}" fill="url(#${prefix}${UNSURE})" stroke="${token("hatch")}" stroke-width="0.9" stroke-dasharray="2 1.2"/>`;
  return {
    height: 58,
    markup: svg`<g font-size="11" fill="${ink}"><text x="${left}" y="${top + 11}" font-weight="600">${words.title}</text>${swatches}${words.discs && svg`${disc(hatchLeft + 8, top + 26, 7)}<text x="${hatchLeft + 21}" y="${top + 30}">${words.discs.within}</text>${disc(hatchLeft + 8, top + 46, 7)}${disc(hatchLeft + 8, top + 46, 4)}<text x="${hatchLeft + 21}" y="${top + 50}">${words.discs.cited}</text>`}</g>`,
  };
}
