/**
 * How many items come before the first one that is so, by bisection.
 *
 * @param items in an order in which all behind the first such one are so, too
 */
export function countUntil<Item>(items: readonly Item[], isSo: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isSo(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
