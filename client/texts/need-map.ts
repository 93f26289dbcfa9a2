import { count, plural } from "../format.ts";

/** What is said of the map's layer of uncovered need. British English. */
export const texts = {
  show: "Show need that no outline reaches",
  key: "Small areas in need",
  kinds: { none: "nothing recorded", within: "somewhere within its place only" },
  area: "small area",
  filter: "Show only these, or all again",
  here: (none: number, within: number) =>
    none + within === 0
      ? "No small area in need here is without an outline."
      : `In need without an outline: ${plural(none, "small area")} with nothing recorded, ${count(within)} with something within the place.`,
  rule: "Small areas among England’s most deprived tenth. Without a choice of programmes, only those held complete are counted.",
  loading: "Reading the small areas",
  failed: (why: string) => `The small areas could not be read. ${why}`,
} as const;
