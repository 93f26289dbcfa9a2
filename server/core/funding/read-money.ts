/** Amounts of money as people write them, to the penny. */
import { type Pence, pence } from "../units.ts";

/** Above this a sum of a million rows would no longer be exact. */
const LARGEST = 1e13;
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};
const AMOUNT =
  /^(\()?\s*([-−+])?\s*(?:£|gbp)?\s*([-−])?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*([a-z]+)?\s*(\))?$/;

/**
 * Read `150000`, `£1,250,000.50`, `(2,000)` for what is taken back, `-£5`, `£1.25m`.
 *
 * @returns `undefined` where it is no amount, has parts of a penny, or is too large to stay exact
 */
export function readMoney(value: string): Pence | undefined {
  const found = AMOUNT.exec(value.trim().toLowerCase());
  if (!found) return undefined;
  const [, opened, before, after, whole = "", part = "", word, closed] = found;
  if ((opened === undefined) !== (closed === undefined)) return undefined;
  if (word !== undefined && !Object.hasOwn(SCALES, word)) return undefined;
  const signs = [opened, before === "+" ? undefined : before, after].filter(
    (sign) => sign !== undefined,
  );
  if (signs.length > 1) return undefined;
  const digits = BigInt(whole.replaceAll(",", "") + part);
  // Whole numbers throughout: 1.15 million is exact here and not as a fraction.
  const scaled = digits * BigInt(100 * (word === undefined ? 1 : SCALES[word]!));
  const unit = 10n ** BigInt(part.length);
  if (scaled % unit !== 0n) return undefined;
  const size = Number(scaled / unit);
  if (size > LARGEST) return undefined;
  return pence(signs.length === 1 && size !== 0 ? -size : size);
}
