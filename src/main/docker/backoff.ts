const firstMs = 250;
const longestMs = 4_000;

/** How long to wait after the n-th failure in a row (from 1): doubling up to 4 s, with half of it left to chance. */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  const fullMs = Math.min(longestMs, firstMs * 2 ** (failures - 1));
  return Math.round(fullMs * (0.5 + random() / 2));
}
