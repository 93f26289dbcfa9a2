import type { EdgeReader } from "./input-edges.ts";

/** Edges that hang together. */
export interface Loop {
  readonly edges: readonly number[];
  /** Whether an even number of them meets in every vertex, so that they enclose ground. */
  readonly isClosed: boolean;
}

/**
 * Parts edges into those that hang together.
 *
 * Cost: a few looks at each edge.
 */
export function loopsOf(
  { edges: { low, high } }: Pick<EdgeReader, "edges">,
  edges: readonly number[],
): Loop[] {
  // Edges by place; each leads towards the one that stands for its group.
  const towards = Int32Array.from(edges.keys());
  const find = (place: number) => {
    let at = place;
    while (towards[at] !== at) {
      towards[at] = towards[towards[at]!]!;
      at = towards[at]!;
    }
    return at;
  };
  // Vertex -> twice the place of an edge there, and 1 more where an odd number meets.
  const met = new Map<number, number>();
  edges.forEach((edge, place) => {
    for (const vertex of [low[edge]!, high[edge]!]) {
      const there = met.get(vertex);
      met.set(vertex, there === undefined ? 2 * place + 1 : there ^ 1);
      if (there !== undefined) towards[find(place)] = find(there >> 1);
    }
  });
  const groups = new Map<number, { edges: number[]; isClosed: boolean }>();
  edges.forEach((edge, place) => {
    const group = groups.get(find(place));
    if (group) group.edges.push(edge);
    else groups.set(find(place), { edges: [edge], isClosed: true });
  });
  for (const there of met.values()) if (there & 1) groups.get(find(there >> 1))!.isClosed = false;
  return [...groups.values()];
}
