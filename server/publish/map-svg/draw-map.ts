/** The map itself: ground by depth in one frame, with what lies somewhere within, and words. */

import { numeral } from "../../../client/format.ts";
import { metricClass, metricOf } from "../../../client/metrics.ts";
import { rankWith } from "../../contract/page-question.ts";
import { cellDepths, liveIndications } from "../../core/hotspots/depth.ts";
import { type PlaceRow, rankedPlaces, rankPlaces } from "../../core/hotspots/ranking.ts";
import { TOP_DEPTH } from "../../core/hotspots/summary.ts";
import { groupBy } from "../../store/group-by.ts";
import { type Markup, svg } from "../markup.ts";
import type { PageContext, PageQuestion } from "../page-context.ts";
import type { Token } from "../tokens.ts";
import { drawBadges } from "./badges.ts";
import { boxAround, boxesMeet, type StudyGround } from "./drawn-ground.ts";
import { type Frame, type FrameSpace, frameOf, toX, toY } from "./frame.ts";
import { DARK_FROM, scaleAndNorth } from "./furniture.ts";
import { drawLabel, type Label, placed } from "./labels.ts";
import { outlineOf, pathOf } from "./paths.ts";
import { UNSURE } from "./patterns.ts";

export interface MapWish {
  readonly asked: PageQuestion;
  readonly space: FrameSpace;
  /** Places that get a number, in place of the figures of all. */
  readonly numbered?: ReadonlyMap<number, number>;
  /** Whether a scale and an arrow stand in the corner. */
  readonly furniture?: boolean;
  /** Keeps ids of several maps on one page apart. */
  readonly prefix: string;
}

/** Room around what is looked at, as a share of its longer side. */
const ROOM = { england: 0.01, region: 0.03, place: 0.35 } as const;
/** A figure is written where its place is this many pixels wide and high. */
const FITS = 15;
/** A place's name is written where it is this many pixels wide. */
const NAMED = 64;

/** @returns the drawn map and the frame that it stands in */
export function drawMap(
  context: PageContext,
  wish: MapWish,
  token: Token,
): { readonly markup: Markup; readonly frame: Frame } {
  const { asked, space, prefix, furniture = true } = wish;
  const ground = context.ground();
  const focus = placesOf(context, asked);
  const box = boxAround(ground.places, focus);
  if (!box) throw new Error("no place of the area has ground");
  const frame = frameOf(box, space, ROOM[asked.area.kind]);
  const clip = `${prefix}frame`;
  const markup = svg`<clipPath id="${clip}"><rect x="${space.left}" y="${space.top}" width="${space.width}" height="${space.height}"/></clipPath><g clip-path="url(#${clip})"><rect x="${space.left}" y="${space.top}" width="${space.width}" height="${space.height}" fill="${token("surface")}"/>${backdrop(ground, frame, token)}${coloured(context, wish, ground, frame, token)}${lines(context, asked, ground, frame, token)}${discs(context, asked, frame, prefix, token)}${figures(context, wish, ground, frame, token)}</g>${furniture && scaleAndNorth(frame, token)}<rect x="${space.left}" y="${space.top}" width="${space.width}" height="${space.height}" fill="none" stroke="${token("rule")}"/>`;
  return { markup, frame };
}

/** The places that the frame is fitted to. */
export function placesOf({ index }: PageContext, { area }: PageQuestion): number[] {
  if (area.kind === "place") return [area.place];
  return rankedPlaces(index, area.kind === "region" ? area.region : undefined);
}

function backdrop(ground: StudyGround, frame: Frame, token: Token): Markup {
  const all = ground.land.boxes.keys();
  return svg`<path d="${pathOf(ground.land, all, frame)}" fill="${token("land")}" stroke="${token("landline")}" stroke-width="0.5" fill-rule="evenodd"/>`;
}

/** What the question ranks by: ground by depth, or whole places by their figure. */
function coloured(
  context: PageContext,
  { asked, prefix }: MapWish,
  ground: StudyGround,
  frame: Frame,
  token: Token,
): Markup {
  const metric = metricOf(asked.by);
  if (!metric) return depths(context, asked, ground, frame, token);
  const classes: number[][] = Array.from({ length: TOP_DEPTH + 2 }, () => []);
  for (const row of rowsOf(context, asked)) classes[metricClass(metric, row)]!.push(row.place);
  return svg`${classes.map((members, at) => {
    const path = pathOf(ground.places, members, frame);
    const fill = at > TOP_DEPTH ? `url(#${prefix}${UNSURE})` : token(`d${at}`);
    return path !== "" && svg`<path d="${path}" fill="${fill}" fill-rule="evenodd"/>`;
  })}`;
}

/** The ranked places of what is looked at. */
function rowsOf({ index }: PageContext, asked: PageQuestion): PlaceRow[] {
  const { area, question, by } = asked;
  const region = area.kind === "region" ? area.region : undefined;
  return rankPlaces(index, question, by, region, rankWith(asked));
}

/** Ground by depth: of a region only its own, so that the eye stays on it. */
function depths(
  { index }: PageContext,
  asked: PageQuestion,
  { cells: ground }: StudyGround,
  frame: Frame,
  token: Token,
): Markup {
  const { cells, places } = index.study;
  const { area } = asked;
  const depth = cellDepths(index, asked.question);
  const classes: number[][] = Array.from({ length: TOP_DEPTH + 1 }, () => []);
  cells.forEach(({ place }, cell) => {
    if (area.kind === "region" && places[place]?.region !== area.region) return;
    classes[Math.min(depth[cell]!, TOP_DEPTH)]!.push(cell);
  });
  // A hairline of its own colour closes the seams that smoothing leaves between neighbours.
  return svg`${classes.map((members, d) => {
    const path = pathOf(ground, members, frame);
    const colour = token(`d${d}`);
    return (
      path !== "" &&
      svg`<path d="${path}" fill="${colour}" stroke="${colour}" stroke-width="0.4" stroke-linejoin="round" fill-rule="evenodd"/>`
    );
  })}`;
}

/** Edges of places, finer than the edge of what is looked at or of regions. */
function lines(
  context: PageContext,
  asked: PageQuestion,
  { places: ground }: StudyGround,
  frame: Frame,
  token: Token,
): Markup {
  const { places } = context.index.study;
  const { area } = asked;
  const thin = pathOf(ground, places.keys(), frame);
  const groups =
    area.kind === "england"
      ? [...groupBy(rankedPlaces(context.index), (place) => places[place]!.region).values()]
      : [placesOf(context, asked)];
  const strong = area.kind === "england" ? 0.7 : 1.6;
  return svg`<path d="${thin}" fill="none" stroke="${token("landline")}" stroke-width="${area.kind === "england" ? 0.3 : 0.6}" stroke-linejoin="round"/><g fill="none" stroke="${token("ink")}" stroke-width="${strong}" stroke-linecap="round">${groups.map((members) => svg`<path d="${outlineOf(ground, members, frame)}"/>`)}</g>`;
}

/** Smallest and largest reach of cited sizes, where they can be told apart. */
function discs(
  { index, discs: largest }: PageContext,
  { question }: PageQuestion,
  frame: Frame,
  prefix: string,
  token: Token,
): Markup {
  const drawn = liveIndications(index, question).flatMap((i) => {
    const { x, y, radius } = largest[i]!;
    const cited = index.study.indications[i]!;
    const large = radius * frame.scale;
    const box = { west: x - radius, east: x + radius, south: y - radius, north: y + radius };
    if (large < 3 || !boxesMeet(box, frame.box)) return [];
    const small = large * Math.sqrt(cited.smallest / cited.largest);
    return [large, small].map(
      (r, ring) =>
        svg`<circle cx="${toX(frame, x).toFixed(1)}" cy="${toY(frame, y).toFixed(1)}" r="${r.toFixed(1)}" fill="${ring === 0 ? `url(#${prefix}${UNSURE})` : "none"}" stroke="${token("hatch")}" stroke-width="0.9" stroke-dasharray="3 1.6"/>`,
    );
  });
  return svg`<g>${drawn}</g>`;
}

/** Radius in pixels of the disc that stands for so many: the app's, a little smaller. */
const discRadius = (within: number) => 1.2 + 2.2 * Math.sqrt(within);

/** Counts as hatched discs, then figures and names where there is room. */
function figures(
  context: PageContext,
  { asked, numbered, prefix }: MapWish,
  ground: StudyGround,
  frame: Frame,
  token: Token,
): Markup {
  const { index, crs } = context;
  const metric = metricOf(asked.by);
  const inSight = ({ place }: PlaceRow) => {
    const box = ground.places.boxes[place];
    return box !== undefined && boxesMeet(box, frame.box);
  };
  const rows = rowsOf(context, asked).filter(inSight);
  const points = Float64Array.from(
    rows.flatMap(({ place }) => [index.study.places[place]!.lon, index.study.places[place]!.lat]),
  );
  crs.fromLonLat(points);
  const at = (row: number) => ({
    x: toX(frame, points[2 * row]!),
    y: toY(frame, points[2 * row + 1]!),
  });
  const circles = rows.map(({ within }, row) => {
    if (within === 0 || metric) return undefined;
    const { x, y } = at(row);
    const size = `cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${discRadius(within).toFixed(1)}"`;
    return svg`<g><circle ${{ markup: size }} fill="${token("paper")}" fill-opacity="0.7"/><circle ${{ markup: size }} fill="url(#${prefix}${UNSURE})" stroke="${token("hatch")}" stroke-width="0.8" stroke-dasharray="2 1.2"/></g>`;
  });
  const badges = [...(numbered ?? [])].flatMap(([place, number]) => {
    const row = rows.findIndex((one) => one.place === place);
    return row < 0 ? [] : [{ ...at(row), number }];
  });
  const labels = numbered
    ? []
    : rows.flatMap((row, i): Label[] => {
        const wide = pixelsOf(ground, row.place, frame);
        const shownClass = metric && metricClass(metric, row);
        const { covers, touches } = row;
        const within = metric ? 0 : row.within;
        const any =
          shownClass === undefined
            ? covers + touches + within > 0
            : shownClass > 0 && shownClass <= TOP_DEPTH;
        if (!any || wide < FITS) return [];
        const name = wide >= NAMED ? index.study.places[row.place]!.name : "";
        const figure = metric ? metric.figure(row) : numeral(covers, within);
        const clear = within > 0 ? discRadius(within) : 0;
        return [
          {
            ...at(i),
            text: name,
            figure,
            size: 11,
            clear,
            onDark: (shownClass ?? covers) >= DARK_FROM && clear === 0,
          },
        ];
      });
  const colours = { ink: token("ink"), paper: token("surface"), dark: token(`d${DARK_FROM}`) };
  const corner = {
    left: frame.left + frame.width - 180,
    right: frame.left + frame.width,
    top: frame.top + frame.height - 34,
    bottom: frame.top + frame.height,
  };
  return svg`${circles}${placed(labels, frame, [corner]).map(({ label, spot }) => drawLabel(label, spot, colours))}${drawBadges(badges, token)}`;
}

function pixelsOf({ places }: StudyGround, place: number, { scale }: Frame): number {
  const box = places.boxes[place];
  return box ? Math.min(box.east - box.west, box.north - box.south) * scale : 0;
}
