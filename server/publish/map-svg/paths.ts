/** Shapes as the text of SVG paths, thinned along shared lines so that neighbours still meet. */
import { boxesMeet, type DrawnGround } from "./drawn-ground.ts";
import { type Frame, toX, toY } from "./frame.ts";

/** A line may be moved by this much of a pixel. */
const TOLERANCE = 0.3;

/** Vertices that are heavier than this stay in the picture. */
const leastWeight = ({ scale }: Frame) => (TOLERANCE / scale) ** 2;

/** The outlines of some shapes in a frame, as the `d` of one path; empty where none is in sight. */
export function pathOf(ground: DrawnGround, shapes: Iterable<number>, frame: Frame): string {
  const parts: string[] = [];
  for (const shape of shapes) {
    const box = ground.boxes[shape];
    if (!box || !boxesMeet(box, frame.box)) continue;
    for (const ring of keptRings(ground, shape, frame)) {
      const drawn = ringPath(ground, ring, frame);
      if (drawn !== "") parts.push(drawn);
    }
  }
  return parts.join("");
}

/** The rings of a shape, each the list of its vertices that stay. */
function keptRings({ shapes, polygons, weights }: DrawnGround, shape: number, frame: Frame) {
  const least = leastWeight(frame);
  const rings: number[][] = [];
  for (const polygon of polygons[shape]!) {
    for (let r = shapes.polygonRing[polygon]!; r < shapes.polygonRing[polygon + 1]!; r++) {
      const kept: number[] = [];
      for (let v = shapes.ringVertex[r]!; v < shapes.ringVertex[r + 1]!; v++)
        if (weights[v]! > least) kept.push(v);
      if (kept.length > 2) rings.push(kept);
    }
  }
  return rings;
}

/** Tenths of a pixel, so that equal ground gives equal text. */
const tenths = (pixels: number) => Math.round(pixels * 10);
const written = (count: number) => String(count / 10);

function ringPath({ metres }: DrawnGround, ring: readonly number[], frame: Frame): string {
  const points = ring.map((v) => [
    tenths(toX(frame, metres[2 * v]!)),
    tenths(toY(frame, metres[2 * v + 1]!)),
  ]);
  const [first, ...rest] = points as [[number, number], ...[number, number][]];
  let [x, y] = first;
  let steps = "";
  let drawn = 0;
  for (const [nextX, nextY] of rest) {
    if (nextX === x && nextY === y) continue;
    const dy = written(nextY - y);
    steps += `${drawn === 0 ? "l" : " "}${written(nextX - x)}${dy.startsWith("-") ? "" : ","}${dy}`;
    [x, y] = [nextX, nextY];
    drawn++;
  }
  return drawn < 2 ? "" : `M${written(first[0])},${written(first[1])}${steps}z`;
}

/**
 * The line around some shapes taken together: edges that only one of them has.
 *
 * @returns the `d` of a path of single edges
 */
export function outlineOf(ground: DrawnGround, shapes: readonly number[], frame: Frame): string {
  const { xy } = ground.shapes;
  const edges = new Map<string, readonly [number, number] | undefined>();
  for (const shape of shapes) {
    for (const ring of keptRings(ground, shape, frame)) {
      ring.forEach((v, i) => {
        const next = ring[(i + 1) % ring.length]!;
        const ends = [v, next].map((end) => `${xy[2 * end]},${xy[2 * end + 1]}`).sort();
        const key = ends.join(" ");
        edges.set(key, edges.has(key) ? undefined : [v, next]);
      });
    }
  }
  const at = (v: number) =>
    `${written(tenths(toX(frame, ground.metres[2 * v]!)))},${written(tenths(toY(frame, ground.metres[2 * v + 1]!)))}`;
  let path = "";
  let last = -1;
  for (const edge of edges.values()) {
    if (!edge) continue;
    const [from, to] = edge;
    path += from === last ? `L${at(to)}` : `M${at(from)}L${at(to)}`;
    last = to;
  }
  return path;
}
