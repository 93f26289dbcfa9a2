/** What is said of the single pieces of gap and overspill. British English. */
import { plural } from "../format.ts";

export const texts = {
  heading: "Every piece of gap and overspill",
  sentence: (pieces: number, slivers: number, ground: string) =>
    pieces === 0
      ? "Nothing differs."
      : `${plural(pieces, "piece")}: ${slivers === pieces ? "all are slivers, drawing error by the tolerance" : slivers === 0 ? "none is a sliver" : `${plural(slivers, "is a sliver", "are slivers")}, drawing error by the tolerance`}. The largest is ${ground}.`,
  choose: "Choose one to see it on the map.",
  caption: (body: string, area: string) =>
    `Pieces by which ${body} and ${area} differ, the largest first`,
  piece: "Piece",
  pieceTitle: "Numbered by ground; gap is in the area alone, overspill in the body alone",
  named: { gap: "Gap", overspill: "Overspill" },
  look: (name: string, where: string) => `${name}, ${where}: show on the map`,
  where: "Where",
  whereTitle: "The small area that holds most of it, and its middle in degrees north and east",
  noArea: "in no small area",
  at: (north: string, east: string) => `${north}, ${east}`,
  ground: "Ground",
  people: "People",
  peopleTitle: "People of small areas spread evenly over their ground",
  width: "Width",
  widthTitle: "Diameter of the largest circle that fits into it",
  sliver: "Sliver",
  sliverTitle: "No wider than the tolerance, or a long strip no wider than three times it",
  yes: "yes",
  no: "no",
} as const;
