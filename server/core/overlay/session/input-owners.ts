import type { EdgeReader } from "../input-edges.ts";
import type { Shapes } from "../model.ts";
import type { Noded } from "../noding.ts";
import { ownersOf } from "../owners.ts";
import type { Keys, SetTable } from "../sets.ts";
import type { HeldSource } from "./held-source.ts";

/**
 * Input edge -> the set of polygons that own it, as if no edge was split; with room for the edges
 * there may be.
 *
 * @param sets the sets are entered here
 */
export function inputOwnersOf(
  sources: readonly HeldSource[],
  reader: EdgeReader,
  sets: SetTable,
  keys: Keys,
): Int32Array {
  const { vertices, edges } = reader;
  const all = joinSources(sources);
  const input = { vertices, edges, ringHalf: all.ringHalf };
  const found = ownersOf(all, input, unsplit(reader), keys);
  const number = new Int32Array(found.sets.count);
  for (let set = 0; set < number.length; set++) {
    number[set] = sets.intern(found.sets.ids, found.sets.start[set]!, found.sets.start[set + 1]!);
  }
  const owners = new Int32Array(edges.low.length);
  for (let edge = 0; edge < edges.count; edge++) owners[edge] = number[found.setOfEdge[edge]!]!;
  return owners;
}

/** The edges as if none was split. */
function unsplit({ vertices, edges }: EdgeReader): Noded {
  const pieceStart = Int32Array.from({ length: edges.count + 1 }, (_, i) => i);
  const pieces = pieceStart.map((edge) => 2 * edge);
  const isFinal = new Uint8Array(edges.count).fill(1);
  return { vertices, edges, inputEdges: edges.count, isFinal, pieceStart, pieces, passes: 1 };
}

/**
 * All sources laid out flat behind the marker, which has no ring. Polygons come by their lasting
 * numbers if the sources were read in this order and nothing else was.
 */
function joinSources(sources: readonly HeldSource[]): Shapes & { ringHalf: Int32Array } {
  const polygonShape: number[] = [0];
  const polygonRing: number[] = [0];
  const ringVertex: number[] = [];
  let vertices = 0;
  for (const { ringHalf } of sources) vertices += ringHalf.length;
  const ringHalf = new Int32Array(vertices);
  vertices = 0;
  sources.forEach(({ shape, ringHalf: halves }, source) => {
    for (let polygon = 0; polygon < shape.polygonShape.length; polygon++) {
      polygonShape.push(source);
      polygonRing.push(ringVertex.length + shape.polygonRing[polygon]!);
    }
    for (const start of shape.ringVertex.subarray(0, -1)) ringVertex.push(vertices + start);
    ringHalf.set(halves, vertices);
    vertices += halves.length;
  });
  polygonRing.push(ringVertex.length);
  ringVertex.push(vertices);
  return {
    count: sources.length,
    polygonShape: Int32Array.from(polygonShape),
    polygonRing: Int32Array.from(polygonRing),
    ringVertex: Int32Array.from(ringVertex),
    xy: new Int32Array(0),
    ringHalf,
  };
}
