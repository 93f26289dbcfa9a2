/** A Jaccard of 0 to 1 with two figures; what rounds to a bound and is none says so. */
export function jaccardText(value: number): string {
  if (value > 0 && value < 0.005) return "<0.01";
  if (value < 1 && value >= 0.995) return ">0.99";
  return value.toFixed(2);
}
