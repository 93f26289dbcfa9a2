import { type Chains, chainEdges } from "./chains.ts";
import { type Components, findComponents } from "./components.ts";
import type { Edges } from "./edges.ts";
import { type Faces, traceFaces } from "./faces.ts";
import { linkHalfEdges } from "./half-edges.ts";
import { findParents } from "./nesting.ts";
import type { Vertices } from "./vertices.ts";

/** The plane cut by chains: faces, components, and which face each component lies in. */
export interface Arrangement {
  readonly faces: Faces;
  readonly components: Components;
  /** Component -> a cycle of the face around it; -1 where nothing encloses it. */
  readonly parent: Int32Array;
  /** Outside cycle -> the cycle of the bounded face it lies in, -1 if none; not set for others. */
  readonly around: Int32Array;
}

/**
 * Cuts the plane along the live edges, which meet only in their ends.
 *
 * Cost: that of chains, half-edges, faces, components and nesting; see their modules.
 *
 * @param owners edge -> its set of owners; 0 where it takes no part
 */
export function arrange(vertices: Vertices, edges: Edges, owners: Int32Array): Arrangement {
  return arrangeChains(chainEdges(vertices, edges, owners));
}

/** Cuts the plane along chains. */
export function arrangeChains(chains: Chains): Arrangement {
  const faces = traceFaces(linkHalfEdges(chains));
  const components = findComponents(faces);
  const parent = findParents(faces, components);
  return { faces, components, parent, around: facesAround(faces, components, parent) };
}

/** A component may stand beside another's outside: go outwards until a bounded face is found. */
function facesAround(faces: Faces, components: Components, parent: Int32Array): Int32Array {
  const around = new Int32Array(faces.count);
  for (const outside of components.outside) {
    let cycle = outside;
    while (cycle >= 0 && faces.isOutside[cycle] === 1) cycle = parent[components.ofCycle[cycle]!]!;
    around[outside] = cycle;
  }
  return around;
}
