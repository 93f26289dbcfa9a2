/** An amount of money as a file writes it. */
export interface ReadAmount {
  readonly pounds: number;
  /** Whether it is digits alone, so that no reading was needed. */
  readonly plain: boolean;
}

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  thousand: 1e3,
  bn: 1e9,
  billion: 1e9,
};

/**
 * Reads `1250000`, `£1,250,000`, `1.25m`, `£1.25 million`. Whether a bare number stands in thousands
 * only its column can say.
 *
 * @param thousands whether the column's heading says thousands, as in "£000"
 * @returns `undefined` where it is no amount of pounds
 */
export function readAmount(value: unknown, thousands = false): ReadAmount | undefined {
  const scale = thousands ? 1e3 : 1;
  if (typeof value === "number") {
    return Number.isFinite(value) ? { pounds: value * scale, plain: !thousands } : undefined;
  }
  if (typeof value !== "string") return undefined;
  const text = value.trim().toLowerCase();
  const found = /^(?:£|gbp)?\s*(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*([a-z]+)?$/.exec(
    text,
  );
  if (!found) return undefined;
  const [, digits = "", word] = found;
  if (word !== undefined && !Object.hasOwn(SCALES, word)) return undefined;
  const own = word === undefined ? scale : SCALES[word]!;
  const pounds = Number(digits.replaceAll(",", "")) * own;
  return { pounds, plain: own === 1 && text === digits && !digits.includes(",") };
}

/** Whether a column's heading says that its amounts are in thousands. */
export const saysThousands = (heading: string) =>
  /(?:£|gbp|\b)\s*(?:000s?|k)\b|thousand/i.test(heading.replaceAll("_", " "));
