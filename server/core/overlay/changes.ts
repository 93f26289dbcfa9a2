/** Edge -> how often it came less how often it went; never 0. */
export type Changes = Map<number, number>;

/** Counts an edge in, or out where `by` is below 0. */
export function countChange(changes: Changes, edge: number, by: number): void {
  const sum = (changes.get(edge) ?? 0) + by;
  if (sum === 0) changes.delete(edge);
  else changes.set(edge, sum);
}
