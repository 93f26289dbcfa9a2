/** What is said of money a head by small area. British English. */
export const texts = {
  open: "Reckon money a head by small area",
  loading: "Dividing the money among small areas",
  ratio: (ratio: number | null, most: string, least: string, year: string) =>
    ratio === null
      ? `${most} a head in the most deprived fifth of small areas, and nothing recorded in the least, ${year}`
      : `${most} a head in the most deprived fifth of small areas against ${least} in the least: ${ratio.toFixed(2)} times, ${year}`,
  noRatio: "Too few small areas have people and a score of need to compare.",
  rule: (words: string, layer: string) => `${layer}. Money is divided ${words}.`,
  somewhere: (part: string, all: string) =>
    `Of ${all}, ${part} has no outline that says where in the place it lies, and is spread over all of it.`,
  sensitivity: (rules: readonly string[]) => `The ratio under each rule: ${rules.join(", ")}.`,
  ruleName: { area: "by ground", population: "by people", equal: "equally" },
  underRule: (rule: string, ratio: number | null) =>
    `${rule} ${ratio === null ? "not known" : ratio.toFixed(2)}`,
  chart: (areas: string) =>
    `Pounds a head of ${areas} small areas, the most deprived on the left; the table after it says the same`,
  mostDeprived: "most deprived",
  leastDeprived: "least deprived",
  table: "Small areas, their people, need and money a head",
  noAreas: "No small area lies in this place.",
  code: "Code",
  name: "Small area",
  score: "Score of need",
  people: "People",
  amount: "£",
  perHead: "£ a head",
  index: "Index",
  indexRule: "100 is the mean of these areas together.",
  notRecorded: "not recorded",
} as const;
