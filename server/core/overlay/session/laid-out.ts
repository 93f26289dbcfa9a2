import type { Lists, Shapes } from "../model.ts";
import type { SetTable } from "../sets.ts";
import { findRuns, type HeldCell, type Run } from "./cell-runs.ts";

/** Cells or holes as they are given out. */
export interface LaidOut {
  readonly shapes: Shapes;
  readonly sources: Lists;
  readonly areas: Float64Array;
  /** Shape -> its first polygon; one more than shapes. */
  readonly firstPolygon: Int32Array;
}

/**
 * Lays cells out flat. Those that follow each other as they did the last time are copied from there in
 * one run, so a change costs some long copies and what it brings.
 *
 * Invariant: each cell's `place` is its number in what is returned; `last` is not changed.
 * Cost: a look at each cell, and a copy of all lists.
 */
export function layOut(
  cells: readonly HeldCell[],
  sets: SetTable,
  last: LaidOut | undefined,
): LaidOut {
  const runs = findRuns(cells);
  const writer = new Writer(cells, sets, last, runs);
  for (const run of runs) {
    if (run.place < 0) writer.write(run);
    else writer.copy(run);
  }
  return writer.finish();
}

/** Writes runs one after another. */
class Writer {
  private readonly cells: readonly HeldCell[];
  private readonly sets: SetTable;
  private readonly last: LaidOut;
  private readonly polygonShape: Int32Array;
  private readonly polygonRing: Int32Array;
  private readonly ringVertex: Int32Array;
  private readonly xy: Int32Array;
  private readonly start: Int32Array;
  private readonly ids: Int32Array;
  private readonly areas: Float64Array;
  private readonly firstPolygon: Int32Array;
  private polygons = 0;
  private rings = 0;
  private vertices = 0;
  private members = 0;

  constructor(
    cells: readonly HeldCell[],
    sets: SetTable,
    last: LaidOut | undefined,
    runs: readonly Run[],
  ) {
    this.cells = cells;
    this.sets = sets;
    this.last = last ?? NOTHING;
    for (const run of runs) this.measure(run);
    this.polygonShape = new Int32Array(this.polygons);
    this.polygonRing = new Int32Array(this.polygons + 1);
    this.ringVertex = new Int32Array(this.rings + 1);
    this.xy = new Int32Array(2 * this.vertices);
    this.start = new Int32Array(cells.length + 1);
    this.ids = new Int32Array(this.members);
    this.areas = new Float64Array(cells.length);
    this.firstPolygon = new Int32Array(cells.length + 1);
    this.polygons = this.rings = this.vertices = this.members = 0;
  }

  /** Copies a run from where it was given out the last time. */
  copy({ from, to, place }: Run): void {
    const { last, polygons, rings, vertices, members } = this;
    const { shapes, sources, areas, firstPolygon } = last;
    const end = place + to - from;
    const ends = this.endsOf(place, end);
    this.areas.set(areas.subarray(place, end), from);
    this.ids.set(sources.ids.subarray(ends.member, ends.memberEnd), members);
    this.xy.set(shapes.xy.subarray(2 * ends.vertex, 2 * ends.vertexEnd), 2 * vertices);
    shifted(sources.start, place, end, this.start, from, members - ends.member);
    shifted(firstPolygon, place, end, this.firstPolygon, from, polygons - ends.polygon);
    const { polygonShape, polygonRing, ringVertex } = shapes;
    shifted(polygonShape, ends.polygon, ends.polygonEnd, this.polygonShape, polygons, from - place);
    shifted(
      polygonRing,
      ends.polygon,
      ends.polygonEnd,
      this.polygonRing,
      polygons,
      rings - ends.ring,
    );
    shifted(ringVertex, ends.ring, ends.ringEnd, this.ringVertex, rings, vertices - ends.vertex);
    this.polygons += ends.polygonEnd - ends.polygon;
    this.rings += ends.ringEnd - ends.ring;
    this.vertices += ends.vertexEnd - ends.vertex;
    this.members += ends.memberEnd - ends.member;
  }

  /** Writes one new cell. */
  write({ from }: Run): void {
    const { set, faces, area } = this.cells[from]!;
    this.areas[from] = area;
    this.start[from] = this.members;
    this.firstPolygon[from] = this.polygons;
    const end = this.sets.start[set + 1]!;
    for (let i = this.sets.start[set]!; i < end; i++) this.ids[this.members++] = this.sets.ids[i]!;
    for (const { xy, ringEnd } of faces) {
      this.polygonShape[this.polygons] = from;
      this.polygonRing[this.polygons++] = this.rings;
      this.xy.set(xy, 2 * this.vertices);
      let begin = 0;
      for (let i = 0; i < ringEnd.length; i++) {
        this.ringVertex[this.rings++] = this.vertices + begin;
        begin = ringEnd[i]!;
      }
      this.vertices += xy.length >> 1;
    }
  }

  finish(): LaidOut {
    const { polygonShape, polygonRing, ringVertex, xy, start, ids, areas, firstPolygon } = this;
    const count = this.cells.length;
    polygonRing[this.polygons] = this.rings;
    ringVertex[this.rings] = this.vertices;
    start[count] = this.members;
    firstPolygon[count] = this.polygons;
    const shapes = { count, polygonShape, polygonRing, ringVertex, xy };
    return { shapes, sources: { start, ids }, areas, firstPolygon };
  }

  /** Counts what a run takes. */
  private measure({ from, to, place }: Run): void {
    if (place >= 0) {
      const ends = this.endsOf(place, place + to - from);
      this.polygons += ends.polygonEnd - ends.polygon;
      this.rings += ends.ringEnd - ends.ring;
      this.vertices += ends.vertexEnd - ends.vertex;
      this.members += ends.memberEnd - ends.member;
      return;
    }
    const { set, faces } = this.cells[from]!;
    this.members += this.sets.size(set);
    this.polygons += faces.length;
    for (const { xy, ringEnd } of faces) {
      this.rings += ringEnd.length;
      this.vertices += xy.length >> 1;
    }
  }

  /** Where the cells `place` up to `end` of the last time stand in its lists. */
  private endsOf(place: number, end: number) {
    const { shapes, sources, firstPolygon } = this.last;
    const polygon = firstPolygon[place]!;
    const polygonEnd = firstPolygon[end]!;
    const ring = shapes.polygonRing[polygon]!;
    const ringEnd = shapes.polygonRing[polygonEnd]!;
    return {
      polygon,
      polygonEnd,
      ring,
      ringEnd,
      vertex: shapes.ringVertex[ring]!,
      vertexEnd: shapes.ringVertex[ringEnd]!,
      member: sources.start[place]!,
      memberEnd: sources.start[end]!,
    };
  }
}

/** Copies `list[from]` up to `list[to]` to `into[at]` and on, with a number added to each. */
function shifted(
  list: Int32Array,
  from: number,
  to: number,
  into: Int32Array,
  at: number,
  by: number,
): void {
  for (let i = from; i < to; i++) into[at + i - from] = list[i]! + by;
}

const NONE = new Int32Array(0);
const ZERO = new Int32Array(1);
const NOTHING: LaidOut = {
  shapes: { count: 0, polygonShape: NONE, polygonRing: ZERO, ringVertex: ZERO, xy: NONE },
  sources: { start: ZERO, ids: NONE },
  areas: new Float64Array(0),
  firstPolygon: ZERO,
};
