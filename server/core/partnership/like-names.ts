/** Names that may be one organisation spelt in several ways. Only ever a suggestion. */

export interface LikeNames {
  /** As written, in order of appearance. */
  readonly names: readonly string[];
}

const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/&/g, " and "],
  [/['’.]/g, ""],
  [/[^a-z0-9]+/g, " "],
  [/\b(?:the|of|for|and|ltd|limited|plc|company)\b/g, " "],
  [/\bcc\b/g, "city council"],
  [/\b(?:mbc|mdc)\b/g, "metropolitan borough council"],
  [/\b(?:lb|london borough)\b/g, ""],
  [/\b(?:city|county|district|borough|metropolitan) (?=council\b)/g, ""],
  [/\bdept\b/g, "department"],
  [/\s+/g, " "],
];

/** What is left of a name when spelling does not count. */
export function plainName(name: string): string {
  return PLAIN.reduce((text, [from, to]) => text.replace(from, to), name.toLowerCase()).trim();
}

/**
 * Groups of different names that are one when case, punctuation and small words do not count, or that
 * are a slip of one letter apart.
 *
 * @returns groups of two or more, in order of their first name
 */
export function likeNames(names: readonly string[]): LikeNames[] {
  const distinct = [...new Set(names)].filter((name) => name !== "");
  const groups: { key: string; names: string[] }[] = [];
  for (const name of distinct) {
    const key = plainName(name);
    const group = groups.find((known) => known.key === key || oneSlip(known.key, key));
    if (group) group.names.push(name);
    else groups.push({ key, names: [name] });
  }
  return groups.filter((group) => group.names.length > 1).map((group) => ({ names: group.names }));
}

/** Below this length two names one letter apart are as likely two bodies. */
const LONG = 10;

/** Whether one letter more, less, other or swapped turns one into the other; numbers never slip. */
function oneSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < LONG || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - from && a.at(-1 - back) === b.at(-1 - back)) back++;
  const [x, y] = [a.slice(from, a.length - back), b.slice(from, b.length - back)];
  if (/\d/.test(x + y)) return false;
  const swapped = x.length === 2 && y === [...x].reverse().join("");
  return swapped || Math.max(x.length, y.length) <= 1;
}
