/**
 * Draws the pictures of docs/engine.md with the engine itself: `npx node scripts/draw-engine-pictures.ts`.
 * The same engine gives the same bytes, so a changed picture shows in the diff.
 */
import { writeFileSync } from "node:fs";
import type { Grid, Partition, Shapes } from "../server/core/overlay/model.ts";
import { cut, partition } from "../server/core/overlay/partition.ts";
import { shapesBuilder } from "../server/core/overlay/shapes-builder.ts";

type Polygon = readonly (readonly number[])[];

const METRE: Grid = { step: 1, originX: 0, originY: 0 };
const INK = "#22303c";
const FAINT = "#b9c4cd";
const DEPTHS = ["#ffffff", "#dbe9f6", "#8fbfe0", "#6ba6d3", "#3f83b8"];
const HOLE = "#f3d9b1";

const box = (x0: number, y0: number, x1: number, y1: number) => [x0, y0, x1, y0, x1, y1, x0, y1];

const TOY: Polygon[][] = [[[box(0, 0, 40, 50)]], [[box(20, 25, 60, 75)]], [[box(30, 40, 50, 60)]]];
const CROSSING: Polygon[][] = [[[[0, 0, 14, 5, 1, 9]]], [[[4, 8, 7, 0, 13, 9]]]];
const NESTED: Polygon[][] = [
  [[box(0, 0, 60, 40), box(8, 8, 40, 32)]],
  [[box(14, 13, 28, 27)]],
  [[box(50, 10, 80, 30)]],
];

function shapesOf(sources: readonly (readonly Polygon[])[]): Shapes {
  const builder = shapesBuilder(METRE);
  for (const polygons of sources) {
    builder.shape();
    for (const rings of polygons) {
      builder.polygon();
      for (const ring of rings) builder.gridRing(ring);
    }
  }
  return builder.build();
}

/** A drawing surface in the picture's own units, y upwards. */
function canvas(width: number, height: number, scale: number) {
  const parts: string[] = [];
  const at = (x: number, y: number) =>
    `${round((x + 2) * scale)} ${round((height + 2 - y) * scale)}`;
  const path = (ring: ArrayLike<number>) => {
    const points: string[] = [];
    for (let i = 0; i < ring.length; i += 2) points.push(at(ring[i]!, ring[i + 1]!));
    return `M${points.join("L")}Z`;
  };
  return {
    area: (rings: readonly ArrayLike<number>[], fill: string, stroke: string, line = 1.5) =>
      parts.push(
        `<path d="${rings.map(path).join("")}" fill="${fill}" fill-rule="evenodd" stroke="${stroke}" stroke-width="${line}"/>`,
      ),
    dot: (x: number, y: number, radius: number, fill: string) => {
      const [cx, cy] = at(x, y).split(" ");
      parts.push(`<circle cx="${cx}" cy="${cy}" r="${radius}" fill="${fill}"/>`);
    },
    text: (x: number, y: number, words: string) => {
      const [tx, ty] = at(x, y).split(" ");
      parts.push(
        `<text x="${tx}" y="${ty}" font-size="13" font-family="sans-serif" text-anchor="middle" fill="${INK}">${words}</text>`,
      );
    },
    write: (name: string, title: string) => {
      const [w, h] = [round((width + 4) * scale), round((height + 4) * scale)];
      const file = new URL(`../docs/engine-${name}.svg`, import.meta.url);
      const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img"><title>${title}</title><rect width="${w}" height="${h}" fill="#fff"/>`;
      writeFileSync(file, `${head}\n${parts.join("\n")}\n</svg>\n`);
    },
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Shape, then polygon, then ring, as coordinates. */
function* polygonsOf(shapes: Shapes): Generator<{ shape: number; rings: Int32Array[] }> {
  for (let p = 0; p < shapes.polygonShape.length; p++) {
    const rings: Int32Array[] = [];
    for (let r = shapes.polygonRing[p]!; r < shapes.polygonRing[p + 1]!; r++) {
      rings.push(shapes.xy.subarray(2 * shapes.ringVertex[r]!, 2 * shapes.ringVertex[r + 1]!));
    }
    yield { shape: shapes.polygonShape[p]!, rings };
  }
}

function drawCells(
  sheet: ReturnType<typeof canvas>,
  result: Partition,
  names: string,
  labelAt: (cell: string, ring: Int32Array) => [number, number],
): void {
  const { start, ids } = result.cellSources;
  for (const { rings } of polygonsOf(result.holes)) sheet.area(rings, HOLE, INK);
  const labels: [number, number, string][] = [];
  for (const { shape, rings } of polygonsOf(result.cells)) {
    const members = [...ids.subarray(start[shape]!, start[shape + 1]!)];
    sheet.area(rings, DEPTHS[members.length]!, INK);
    const name = members.map((s) => names[s]).join("");
    labels.push([...labelAt(name, rings[0]!), `${name} ${result.cellArea[shape]}`]);
  }
  for (const label of labels) sheet.text(...label);
}

function drawOutlines(): void {
  const sheet = canvas(60, 75, 6);
  for (const [[ring]] of TOY as [[number[]]][]) sheet.area([ring!], "none", INK, 2);
  sheet.text(10, 10, "B");
  sheet.text(55, 69, "C");
  sheet.text(45, 55, "D");
  sheet.write("sources", "Three overlapping sources B, C and D");
}

function drawToyCells(): void {
  const sheet = canvas(60, 75, 6);
  const places: Record<string, [number, number]> = {
    B: [15, 12],
    C: [45, 68],
    BC: [28, 31],
    CD: [45, 54],
    BCD: [35, 44],
  };
  drawCells(sheet, partition(shapesOf(TOY), METRE), "BCD", (name) => places[name]!);
  sheet.write("cells", "The five cells of B, C and D with their areas in square metres");
}

function drawSnapping(): void {
  const sheet = canvas(14, 9, 34);
  const { facts } = cut(shapesOf(CROSSING), METRE);
  const { vertices, edges, isFinal } = facts.noded;
  for (let x = 0; x <= 14; x++) for (let y = 0; y <= 9; y++) sheet.dot(x, y, 1.5, FAINT);
  for (let v = 0; v < vertices.count; v++) {
    const [x, y] = [vertices.x[v]!, vertices.y[v]!];
    sheet.area([box(x - 0.5, y - 0.5, x + 0.5, y + 0.5)], "#fbe3e1", "#e0a9a4", 0.7);
  }
  for (const [[ring]] of CROSSING as [[number[]]][]) sheet.area([ring!], "none", FAINT, 2);
  for (let e = 0; e < edges.count; e++) {
    if (isFinal[e] === 0) continue;
    const [u, v] = [edges.low[e]!, edges.high[e]!];
    const line = [vertices.x[u]!, vertices.y[u]!, vertices.x[v]!, vertices.y[v]!];
    sheet.area([line], "none", INK, 2);
  }
  for (let v = 0; v < vertices.count; v++) sheet.dot(vertices.x[v]!, vertices.y[v]!, 4, "#b3261e");
  sheet.write("snapping", "Two triangles before and after snap rounding on a coarse grid");
}

function drawNesting(): void {
  const sheet = canvas(80, 40, 6);
  const places: Record<string, [number, number]> = {
    A: [24, 35],
    B: [21, 20],
    AC: [55, 19],
    C: [70, 19],
  };
  drawCells(sheet, partition(shapesOf(NESTED), METRE), "ABC", (name) => places[name]!);
  sheet.text(34.5, 10, "hole");
  sheet.write("holes", "A source with a hole, an island in it, and a source across its edge");
}

drawOutlines();
drawToyCells();
drawSnapping();
drawNesting();
