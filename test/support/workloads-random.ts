/** Seeded chance for workloads and tests: the same seed gives the same numbers on every machine. */
export interface Chance {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform whole number in [0, below). */
  below(below: number): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
}

/**
 * A 32-bit generator with 96 bits of state and a counter, after the family of small fast counting
 * generators (Doty-Humphrey, PractRand): ample for placing polygons, not for secrets.
 */
export function chance(seed: number): Chance {
  let a = seed | 0;
  let b = Math.imul(seed, 0x9e3779b1) | 0;
  let c = 0x2545f491;
  let counter = 1;
  const word = () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 12; warm++) word();
  const next = () => (word() * 0x200000 + (word() >>> 11)) / 0x20000000000000;
  return {
    next,
    below: (below) => Math.floor(next() * below),
    between: (low, high) => low + next() * (high - low),
  };
}
