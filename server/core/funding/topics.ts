/** What an output is about, so that outputs of one topic can be laid side by side. Our reading. */
const TOPICS: readonly (readonly [topic: string, words: RegExp])[] = [
  ["jobs", /\bjobs?\b|placed in work|into work|worklessness/i],
  ["training", /\btrain(ed|ing)\b|\bNVQs?\b|beneficiar/i],
  ["business", /\bbusiness(es)?\b/i],
  ["homes", /\bhomes?\b|\bdwellings?\b/i],
  ["education", /\bpupils?\b|\battendance\b|\bexclusions?\b|\beducation\b|\bmentors?\b/i],
  ["health", /\bhealth\b/i],
  ["crime", /\bcrime\b|\bwardens?\b/i],
  ["children", /\bchildren\b|\byoung people\b/i],
  ["land", /\bland\b|\bfloorspace\b/i],
];

/** @returns the topic of a unit of output; the unit itself where none of ours fits */
export function topicOf(unit: string): string {
  return TOPICS.find(([, words]) => words.test(unit))?.[0] ?? unit;
}
