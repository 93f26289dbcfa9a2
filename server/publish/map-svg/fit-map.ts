/** One body against one reference area: what both hold, the gap and the overspill, each with its hatch. */
import type { LoadedStudy } from "../../analysis/load-study.ts";
import { shapesOf } from "../../analysis/sources.ts";
import type { Db } from "../../store/db.ts";
import type { StoredPlace } from "../../store/place.ts";
import { type Markup, svg } from "../markup.ts";
import { tokensCss } from "../tokens.ts";
import { type Box, boxAround, type DrawnGround, onGrid } from "./drawn-ground.ts";
import { type Frame, frameOf, toX, toY } from "./frame.ts";
import { scaleAndNorth } from "./furniture.ts";
import { pathOf } from "./paths.ts";
import { GAP, OVERSPILL, patterns } from "./patterns.ts";

const SIZE = { left: 0, top: 0, width: 420, height: 300 };
const ROOM = 0.06;
/** Around a piece: enough to see where it lies. */
const ROOM_OF_PIECE = 0.5;
/** Metres: a sliver is shown with so much of its neighbourhood at least. */
const LEAST_SIGHT = 400;
/** Pixels between a piece and the frame around it. */
const FRAME_OFF = 6;

export interface FitMapWish {
  /** Boundary of the body. */
  readonly body: number;
  /** Layer of the reference area with its areas, and the area's code in it. */
  readonly layer: string;
  readonly areas: readonly StoredPlace[];
  readonly reference: string;
  /** A piece of gap or overspill to look at; absent shows the whole of both. Metres of the national grid. */
  readonly piece?: Box | undefined;
  /** What it shows, for those who do not see it. */
  readonly words: string;
}

/**
 * The map as an SVG that follows the reader's theme. Shared ground is laid over both, so the gap is
 * what is left of the reference area and the overspill what is left of the body: nothing is clipped
 * pair by pair, and slivers show as wide as they are.
 *
 * @returns undefined where the layer has no area of that code
 */
export function fitMap(db: Db, loaded: LoadedStudy, wish: FitMapWish): string | undefined {
  const { areas } = wish;
  const at = areas.findIndex(({ place }) => place.code === wish.reference);
  if (at < 0) return undefined;
  const layer = layerGround(db, loaded, wish.layer, areas);
  const body = onGrid(shapesOf(db, [wish.body]));
  const own = boxAround(body, [0]);
  const other = boxAround(layer, [at]);
  if (!own || !other) return undefined;
  const frame = wish.piece ? frameOfPiece(wish.piece) : frameOf(unionOf(own, other), SIZE, ROOM);
  const reference = pathOf(layer, [at], frame);
  const outline = pathOf(body, [0], frame);
  const token = (name: string) => `var(--${name})`;
  const { width, height } = SIZE;
  return `${
    svg`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${wish.words}" font-family="'Noto Sans', system-ui, sans-serif"><style>${{ markup: tokensCss() }}</style><defs>${patterns("", token)}<clipPath id="reference"><path d="${reference}" clip-rule="evenodd"/></clipPath></defs><rect width="${width}" height="${height}" fill="${token("surface")}"/><path d="${pathOf(layer, areas.keys(), frame)}" fill="${token("land")}" stroke="${token("landline")}" stroke-width="0.6" fill-rule="evenodd"/><g fill-rule="evenodd"><path d="${reference}" fill="${token("surface")}"/><path d="${reference}" fill="url(#${GAP})"/><path d="${outline}" fill="${token("surface")}"/><path d="${outline}" fill="url(#${OVERSPILL})"/><path d="${outline}" fill="${token("d2")}" clip-path="url(#reference)"/><path d="${reference}" fill="none" stroke="${token("gap")}" stroke-width="1.4"/><path d="${outline}" fill="none" stroke="${token("ink")}" stroke-width="1.6"/></g>${wish.piece ? around(wish.piece, frame, token) : ""}${scaleAndNorth(frame, token)}<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="none" stroke="${token("rule")}"/></svg>`
      .markup
  }\n`;
}

const unionOf = (a: Box, b: Box): Box => ({
  west: Math.min(a.west, b.west),
  south: Math.min(a.south, b.south),
  east: Math.max(a.east, b.east),
  north: Math.max(a.north, b.north),
});

function frameOfPiece(piece: Box): Frame {
  const [x, y] = [(piece.west + piece.east) / 2, (piece.south + piece.north) / 2];
  const half = LEAST_SIGHT / 2;
  const least = { west: x - half, south: y - half, east: x + half, north: y + half };
  return frameOf(unionOf(piece, least), SIZE, ROOM_OF_PIECE);
}

/** A dashed frame, so that a piece thinner than a line is found. */
function around(piece: Box, frame: Frame, token: (name: string) => string): Markup {
  const [left, top] = [toX(frame, piece.west) - FRAME_OFF, toY(frame, piece.north) - FRAME_OFF];
  const width = toX(frame, piece.east) + FRAME_OFF - left;
  const height = toY(frame, piece.south) + FRAME_OFF - top;
  return svg`<rect class="piece" x="${left.toFixed(1)}" y="${top.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" rx="3" fill="none" stroke="${token("ink")}" stroke-width="1.5" stroke-dasharray="5 3"/>`;
}

const layers = new WeakMap<LoadedStudy, Map<string, DrawnGround>>();

/** The ground of a whole layer, made once for the data that are loaded. */
function layerGround(
  db: Db,
  loaded: LoadedStudy,
  layer: string,
  areas: readonly StoredPlace[],
): DrawnGround {
  const known = layers.get(loaded) ?? new Map<string, DrawnGround>();
  layers.set(loaded, known);
  const ground =
    known.get(layer) ??
    onGrid(
      shapesOf(
        db,
        areas.map(({ boundary }) => boundary),
      ),
    );
  known.set(layer, ground);
  return ground;
}
