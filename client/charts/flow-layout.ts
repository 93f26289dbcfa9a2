/** The flow of money from column to column, laid out: d3-sankey's reckoning, none of its drawing. */
import { type SankeyGraph, sankey, sankeyJustify, sankeyLinkHorizontal } from "d3-sankey";

export interface FlowNode {
  readonly id: string;
  readonly label: string;
}

export interface FlowLink {
  readonly source: string;
  readonly target: string;
  /** Pounds; undefined is not published. */
  readonly amount: number | undefined;
}

export interface DrawnNode extends FlowNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether it stands in the last column: its words then stand on its left. */
  readonly last: boolean;
}

export interface DrawnLink extends FlowLink {
  readonly path: string;
  readonly thickness: number;
}

export interface Flow {
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly DrawnLink[];
}

interface Box {
  readonly width: number;
  readonly height: number;
}

const NODE_WIDTH = 10;
const NODE_GAP = 14;
/** A flow without an amount is drawn as wide as the smallest that has one, and dashed. */
const NOMINAL = 1;

/** Lay out links in proportion to their money. */
export function layFlow(
  nodes: readonly FlowNode[],
  links: readonly FlowLink[],
  { width, height }: Box,
): Flow {
  if (links.length === 0) return { nodes: [], links: [] };
  const known = links.flatMap(({ amount }) => (amount !== undefined && amount > 0 ? [amount] : []));
  const nominal = known.length > 0 ? Math.min(...known) : NOMINAL;
  const graph: SankeyGraph<FlowNode, FlowLink> = sankey<FlowNode, FlowLink>()
    .nodeId(({ id }) => id)
    .nodeAlign(sankeyJustify)
    .nodeWidth(NODE_WIDTH)
    .nodePadding(NODE_GAP)
    .extent([
      [0, 4],
      [width, height - 4],
    ])({
    nodes: nodes.map((node) => ({ ...node })),
    links: links.map((link) => ({ ...link, value: link.amount || nominal })),
  });
  const path = sankeyLinkHorizontal<FlowNode, FlowLink>();
  const deepest = Math.max(...graph.nodes.map(({ depth = 0 }) => depth));
  return {
    nodes: graph.nodes.map(({ id, label, x0 = 0, x1 = 0, y0 = 0, y1 = 0, depth = 0 }) => ({
      id,
      label,
      x: x0,
      y: y0,
      width: x1 - x0,
      height: Math.max(1, y1 - y0),
      last: depth === deepest && deepest > 0,
    })),
    links: graph.links.map((link, i) => ({
      ...links[i]!,
      path: path(link) ?? "",
      thickness: Math.max(1, link.width ?? 0),
    })),
  };
}
