/** Words on a map that do not run into each other. */
import { type Markup, svg } from "../markup.ts";
import { textWidth } from "../text-width.ts";
import type { Frame } from "./frame.ts";

export interface Label {
  /** The point that it belongs to, pixels. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** After the text, in bold. */
  readonly figure: string;
  readonly size: number;
  /** Radius of what stands at the point: the text keeps off it. */
  readonly clear: number;
  /** Written on dark ground. */
  readonly onDark: boolean;
}

interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Spot extends Extent {
  readonly anchor: "start" | "middle" | "end";
  readonly x: number;
  readonly y: number;
}

const GAP = 2;

/**
 * Place labels one after another, each at the first of its spots where it meets no earlier one and
 * stays within the frame; one that has no such spot is left out.
 *
 * @param labels the most important first
 * @param taken ground that no label may cover
 */
export function placed(
  labels: readonly Label[],
  frame: Frame,
  taken: readonly Extent[] = [],
): { readonly label: Label; readonly spot: Spot }[] {
  const used: Extent[] = [...taken];
  return labels.flatMap((label) => {
    const spot = spotsOf(label).find(
      (one) => within(one, frame) && !used.some((other) => meet(one, other)),
    );
    if (!spot) return [];
    used.push(spot);
    return [{ label, spot }];
  });
}

const width = ({ text, figure, size }: Label) =>
  textWidth(text, size) + textWidth(figure, size, true) + (text && figure ? size * 0.3 : 0);

function spotsOf(label: Label): Spot[] {
  const { x, y, size, clear } = label;
  const wide = width(label);
  const low = y + size * 0.36;
  const away = clear > 0 ? clear + GAP : 0;
  const spot = (anchor: Spot["anchor"], atX: number, baseline: number): Spot => {
    const left = anchor === "start" ? atX : anchor === "end" ? atX - wide : atX - wide / 2;
    return {
      anchor,
      x: atX,
      y: baseline,
      left: left - 1,
      right: left + wide + 1,
      top: baseline - size * 0.82,
      bottom: baseline + size * 0.24,
    };
  };
  const around = [
    spot("start", x + away, low),
    spot("end", x - away, low),
    spot("middle", x, y - away - size * 0.3),
    spot("middle", x, y + away + size * 0.85),
  ];
  return clear > 0 ? around : [spot("middle", x, low), ...around];
}

const meet = (a: Extent, b: Extent) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const within = (spot: Extent, { left, top, width: wide, height }: Frame) =>
  spot.left >= left && spot.right <= left + wide && spot.top >= top && spot.bottom <= top + height;

/** A placed label: words, then the figure in bold, with a halo. */
export function drawLabel(
  { text, figure, size, onDark }: Label,
  { x, y, anchor }: Spot,
  colours: { readonly ink: string; readonly paper: string; readonly dark: string },
): Markup {
  const fill = onDark ? colours.paper : colours.ink;
  const halo = onDark ? colours.dark : colours.paper;
  const bold = figure && svg`<tspan font-weight="600">${figure}</tspan>`;
  return svg`<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" text-anchor="${anchor}" fill="${fill}" stroke="${halo}" stroke-width="2" stroke-linejoin="round" paint-order="stroke">${text}${text && figure ? " " : ""}${bold}</text>`;
}
