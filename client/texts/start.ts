/** What the start screen says. British English; figures come worded from format.ts. */
import { count, inWords, listing, plural } from "../format.ts";

export const texts = {
  title: "Start",
  heading: "Where do area-based initiatives pile up?",
  lead: "Between 1994 and 2009 British governments laid dozens of regeneration, health, education and employment initiatives over the same ground. Their boundaries did not match and their money ran on different years. See where they fell, when they ended, who paid, and the document that says so.",
  doors: "What do you want to find out?",
  doorsNote: (date: string) => `Figures are of ${date}. Move the date and they follow.`,
  who: {
    region: "For a regional office",
    partnership: "For a local partnership",
    reviewer: "For a boundary review",
    finance: "For programme finance",
    researcher: "For research",
  },
  hotspotsDoor: "Find the hotspots",
  hotspotsWhat: "Which places carry most initiatives at once, ranked and on the map.",
  hotspotsFigure: (pile: number) => `places in England had ${inWords(pile)} or more at once`,
  placeDoor: (name: string | undefined) =>
    name ? `Open one place, such as ${name}` : "Open one place",
  placeWhat:
    "Everything recorded there on one page: initiatives, dates, money, accountable bodies.",
  placeFigure: "initiatives live at once in the place with most",
  coterminosityDoor: "See which boundaries match",
  coterminosityWhat:
    "Where an outline leaves a gap or spills over, by how much, and the likely cause.",
  coterminosityFigure: (outlines: number, far: string | undefined) =>
    `${outlines === 1 ? "outline" : "outlines"} can be compared${far === undefined ? "" : `; approximate ones to within ${far}`}`,
  streamsDoor: "Follow the money",
  streamsWhat: "Which streams run on which year, how many claims they ask for, and when they end.",
  streamsFigure: (date: string) => `initiatives end in the twelve months from ${date}`,
  exportDoor: "Take the data away",
  exportWhat: "Overlaps, places and initiatives as files that say where each figure comes from.",
  exportFigure: (programmes: number) =>
    `recorded initiatives of ${plural(programmes, "programme")}`,
  mostHeading: (date: string) => `Most initiatives at once on ${date}`,
  mostRow: (covers: number, within: number) =>
    listing([`${count(covers)} cover the place`, `${count(within)} somewhere within`]),
  nothingLive: "No recorded initiative was live on this date.",
  nothingLiveHint: "Try a later date.",
  trust: "How far to trust it",
  trustRecord: (initiatives: number) =>
    `The registry holds ${plural(initiatives, "initiative")}: what was found, not all that existed.`,
  trustLists: (incomplete: number) =>
    `${plural(incomplete, "programme list")} of the time ${incomplete === 1 ? "is" : "are"} incomplete or not known to be whole, so counts are floors.`,
  trustUnknown:
    "What is not known is said to be not known: it is never shown as 0, and no outline was made up.",
} as const;
