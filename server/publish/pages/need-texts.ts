/** What the page of uncovered need says. British English. */
export const needTexts = {
  heading: (none: string | undefined) =>
    none === undefined
      ? "Nobody lives in the small areas looked at"
      : `${none} of the people in need live where no initiative of those counted is recorded`,
  lead: (share: string, people: string, date: string) =>
    `In need here: the ${share} of small areas with the highest score of deprivation, with ${people} people. By what was recorded there on ${date}. None recorded is not none.`,
  share: "In need",
  mostDeprived: (share: string) => `the most deprived ${share} of small areas`,
  regions: "By region",
  places: "By place",
  placesRule: "Places with small areas in need; most people with nothing recorded first.",
  noPlaces: "No place has a small area in need.",
  areas: "Small areas in need",
  covers: "People under an outline",
  within: "People with an initiative only somewhere within their place",
  none: "People with nothing recorded",
  noneShare: "Share with nothing recorded",
  noPeople: "Nobody in need",
  noneLoaded: "Need cannot be looked at: no small areas are loaded",
  takePlaces: "The places as CSV",
  takeAreas: "The small areas as CSV",
} as const;
