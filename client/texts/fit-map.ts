/** What is said of the map's layer of gap and overspill. British English. */
import { count, plural } from "../format.ts";

export const texts = {
  choose: "Gap and overspill against",
  none: "no tier",
  key: "Gap and overspill",
  kinds: { gap: "gap", overspill: "overspill" },
  filter: "Show only this, or both again",
  pieces: (pieces: number, ground: string) => `${plural(pieces, "piece")}, ${ground}`,
  loading: "Cutting the ground",
  failed: (why: string) => `Gap and overspill could not be had. ${why}`,
  tooMany: (bodies: number, most: number) =>
    `${count(bodies)} bodies are more than are cut at once (${count(most)}). Choose a programme, a department or a category.`,
  empty: (without: number) =>
    `None of these bodies leaves gap or overspill to draw: ${plural(without, "initiative")} without a drawn outline, made of whole areas of this tier, or apart from each.`,
  sum: (bodies: number, tier: string, without: number) =>
    `${plural(bodies, "body", "bodies")} against ${tier}; ${count(without)} without such ground.`,
  table: "As a table",
  caption: (tier: string) => `Gap and overspill of each body against its closest area of ${tier}`,
  body: "Initiative",
  reference: "Closest area",
  verdict: "Class",
  gapColumn: "Gap",
  gapTitle: "Ground of the area that the body does not hold, without slivers",
  overspillColumn: "Overspill",
  overspillTitle: "Ground of the body outside the area, without slivers",
  slivers: "Slivers",
  sliversTitle: "Pieces no wider than drawing error: neither drawn nor in the sums",
  grade: "Outline",
  here: (body: string, gap: string, overspill: string) =>
    `${body}: gap ${gap}, overspill ${overspill}`,
  more: (more: number) => `and ${count(more)} more`,
} as const;
