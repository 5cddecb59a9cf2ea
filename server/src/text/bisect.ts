/**
 * The number of the first of some things in order that is not before a place; how many there are, if all of them are. Takes
 * logarithmic time.
 */
export function bisect(count: number, isBefore: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
