/** What is said of the map's layer of uncovered need. British English. */
export const texts = {
  show: "Show need that no outline reaches",
  key: "Small areas in need",
  none: "nothing recorded",
  within: "somewhere within its place only",
  area: "small area",
  rule: "Small areas among England’s most deprived tenth. Without a choice of programmes, only those held complete are counted.",
  loading: "Reading the small areas",
  failed: (why: string) => `The small areas could not be read. ${why}`,
} as const;
