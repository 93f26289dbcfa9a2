/** A repair that was proposed, drawn before and after, from the outline that is kept with its report. */
import { length } from "../../../client/format.ts";
import { texts } from "../../../client/texts/checks.ts";
import type { CheckReport } from "../../contract/check-report.ts";
import { repaired } from "../../core/check/propose.ts";
import { REPAIRS, type RepairId } from "../../core/check/repairs/registry.ts";
import { polygonsOf } from "../../core/check/rings-of.ts";
import { clipRing } from "../../core/geometry/clip-ring.ts";
import type { Shapes } from "../../core/overlay/model.ts";
import { checkReportTable } from "../../store/check-report.ts";
import type { Db } from "../../store/db.ts";
import { decodeShapes, STORE_GRID } from "../../store/geometry-codec.ts";
import { keptGeometryTable } from "../../store/kept-geometry.ts";
import { type Markup, svg } from "../markup.ts";
import { tokensCss } from "../tokens.ts";
import { type Box, boxAround, onGrid } from "./drawn-ground.ts";
import { type Frame, frameOf, toX, toY } from "./frame.ts";
import { pathOf } from "./paths.ts";

const PANEL = { width: 312, height: 220 };
const GAP = 16;
const HEAD = 22;
const ROOM = 0.06;
/** Metres across a close-up: wide enough to know where one is, near enough to see a doubled line. */
const CLOSE_M = 60;
/** Places that are ringed. */
const MOST_RINGS = 60;

export interface RepairMapWish {
  /** Id of the stored report. */
  readonly check: number;
  readonly report: CheckReport;
  /** Id of the repair in it. */
  readonly repair: string;
  /** Pictures side by side: 2, or 1 for a narrow screen. */
  readonly columns: number;
}

/**
 * The outline as it was before this repair (those that come before it made) and after it, whole, and
 * close up at the first place that it mends.
 *
 * @param fromLonLat degrees in, metres out, in place
 * @returns undefined where the report has no such repair, or its outline is not kept
 */
export function repairMap(
  db: Db,
  { check, report, repair, columns }: RepairMapWish,
  fromLonLat: (xy: Float64Array) => void,
): string | undefined {
  const proposal = report.proposals.find(({ id }) => id === repair);
  const hash = proposal && checkReportTable(db).drawings(check).get(proposal.feature);
  if (proposal === undefined || hash === undefined) return undefined;
  const own = report.proposals.filter(({ feature }) => feature === proposal.feature);
  const drawn = decodeShapes([keptGeometryTable(db).find(hash)]);
  const made = new Set(own.map(({ repair }) => repair as RepairId));
  const upTo = REPAIRS.findIndex((repair) => repair.id === proposal.repair);
  const earlier = new Set(
    REPAIRS.slice(0, upTo).flatMap((one) => (made.has(one.id) ? one.id : [])),
  );
  const before = repaired(drawn, earlier, STORE_GRID.step);
  const after = repaired(before, new Set([proposal.repair as RepairId]), STORE_GRID.step);
  const places = placesOf(report, proposal, fromLonLat);
  const whole = [onGrid(before), onGrid(after)] as const;
  const box = boxAround(whole[0], [0]);
  if (!box) return undefined;
  const heads = [
    `As drawn, ${squareMetres(proposal.before_m2)}`,
    `Repaired, ${squareMetres(proposal.after_m2)}`,
  ] as const;
  const panels: Panel[] = whole.map((ground, i) => ({
    box,
    room: ROOM,
    head: heads[i]!,
    pathIn: (frame) => pathOf(ground, [0], frame),
  }));
  panels.push(...closeUps([before, after], box, places));
  const width = columns * (PANEL.width + GAP) - GAP;
  const height = Math.ceil(panels.length / columns) * (HEAD + PANEL.height) + GAP;
  const drawings = panels.map((one, i) => {
    const left = (i % columns) * (PANEL.width + GAP);
    const top = HEAD + Math.floor(i / columns) * (HEAD + PANEL.height);
    return drawPanel(one, frameOf(one.box, { ...PANEL, left, top }, one.room), places, `panel${i}`);
  });
  const words = texts.pictureOf(proposal.name || proposal.feature_id, proposal.title);
  return `${
    svg`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${words}" font-family="'Noto Sans', system-ui, sans-serif" font-size="12"><style>${{ markup: tokensCss() }}</style>${drawings}</svg>`
      .markup
  }\n`;
}

const squareMetres = (m2: number) =>
  `${m2.toLocaleString("en-GB", { maximumFractionDigits: 1 })} m²`;

type Place = readonly [x: number, y: number];

/** Metres of the places that the repair mends. */
function placesOf(
  { problems }: CheckReport,
  proposal: CheckReport["proposals"][number],
  fromLonLat: (xy: Float64Array) => void,
): Place[] {
  return problems
    .filter(({ problem }) => proposal.problems.includes(problem))
    .flatMap(({ findings }) => findings)
    .filter(({ feature }) => feature === proposal.feature)
    .slice(0, MOST_RINGS)
    .flatMap(({ lon, lat }) => {
      if (lon === null || lat === null) return [];
      const xy = Float64Array.of(lon, lat);
      fromLonLat(xy);
      return [[xy[0]!, xy[1]!] as const];
    });
}

interface Panel {
  readonly box: Box;
  readonly room: number;
  readonly head: string;
  readonly pathIn: (frame: Frame) => string;
}

/** More pictures, where the outline is so large that the first do not show the place. */
function closeUps(outlines: readonly Shapes[], whole: Box, places: readonly Place[]): Panel[] {
  const [place] = places;
  const size = Math.max(whole.east - whole.west, whole.north - whole.south);
  if (place === undefined || size < 2 * CLOSE_M) return [];
  const [x, y] = place;
  const half = CLOSE_M / 2;
  const low = (half * PANEL.height) / PANEL.width;
  const box = { west: x - half, east: x + half, south: y - low, north: y + low };
  return outlines.map((outline, i) => ({
    box,
    room: 0,
    head: `${i === 0 ? "As drawn" : "Repaired"}, close up at the first place`,
    pathIn: (frame) => clippedPath(outline, frame),
  }));
}

/** The outline near a frame, every vertex of it: what lies farther off is cut away, not written. */
function clippedPath(outline: Shapes, frame: Frame): string {
  const { west, east, south, north } = frame.box;
  const free = (east - west) / 2;
  const near = {
    west: west - free,
    east: east + free,
    south: south - free,
    north: north + free,
  };
  const rings = polygonsOf(outline).flat();
  return rings
    .map((ring) =>
      clipRing(
        ring.map((steps) => steps * STORE_GRID.step),
        near,
      ),
    )
    .filter((ring) => ring.length >= 4)
    .map((ring) => `M${points(ring, frame)}z`)
    .join("");
}

const points = (ring: readonly number[], frame: Frame) =>
  Array.from({ length: ring.length / 2 }, (_, i) => {
    const x = toX(frame, ring[2 * i]!).toFixed(2);
    return `${x},${toY(frame, ring[2 * i + 1]!).toFixed(2)}`;
  }).join("L");

function drawPanel(
  { head, pathIn }: Panel,
  frame: Frame,
  places: readonly Place[],
  id: string,
): Markup {
  const { left, top, width, height, box } = frame;
  const across = length(box.east - box.west);
  const rings = places
    .filter(([x, y]) => x > box.west && x < box.east && y > box.south && y < box.north)
    .map(
      ([x, y]) =>
        svg`<circle cx="${toX(frame, x).toFixed(1)}" cy="${toY(frame, y).toFixed(1)}" r="7" fill="none" stroke="var(--bad)" stroke-width="1.6"/>`,
    );
  return svg`<text x="${left}" y="${top - 7}" fill="var(--ink)">${head}</text><text x="${left + width}" y="${top - 7}" text-anchor="end" fill="var(--ink2)">${`${across} across`}</text><clipPath id="${id}"><rect x="${left}" y="${top}" width="${width}" height="${height}"/></clipPath><rect x="${left}" y="${top}" width="${width}" height="${height}" fill="var(--surface)"/><g clip-path="url(#${id})"><path d="${pathIn(frame)}" fill="var(--d2)" fill-rule="evenodd" stroke="var(--ink)" stroke-width="1.2" stroke-linejoin="round"/>${rings}</g><rect x="${left + 0.5}" y="${top + 0.5}" width="${width - 1}" height="${height - 1}" fill="none" stroke="var(--rule2)"/>`;
}
