/**
 * Merges a few into many; both lists ascend.
 *
 * Cost: a search for the place of each of the few, and a copy of the many.
 */
export function mergeSorted<Item>(
  many: readonly Item[],
  few: readonly Item[],
  compare: (a: Item, b: Item) => number,
): readonly Item[] {
  if (few.length === 0) return many;
  if (many.length === 0) return few;
  const merged: Item[] = [];
  let from = 0;
  for (const item of few) {
    const place = placeOf(many, item, from, compare);
    for (; from < place; from++) merged.push(many[from]!);
    merged.push(item);
  }
  for (; from < many.length; from++) merged.push(many[from]!);
  return merged;
}

/** The first place at or after `from` where an item stands that is not before this one. */
function placeOf<Item>(
  list: readonly Item[],
  item: Item,
  from: number,
  compare: (a: Item, b: Item) => number,
): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(list[middle]!, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
