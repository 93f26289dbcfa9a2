import { BYTE } from "./json-bytes.ts";
import { MINUS, POINT, POWERS_OF_TEN, ZERO } from "./json-number.ts";
import type { RingBuilder } from "./ring-builder.ts";

/** Digits that a 32-bit integer always holds. */
const PLAIN_DIGITS = 9;
/** The longest plain position: brackets and commas, and two numbers with sign and point. */
const LONGEST = 4 + 2 * (PLAIN_DIGITS + 2);

/**
 * Takes the run of positions at `from` that are written as nearly all are: `[x,y],` without space,
 * height or exponent, in at most nine digits a number. Such digits are an exact integer, so that
 * one division rounds as `Number` does. Whatever else comes is left to {@link CoordinateScanner}.
 *
 * @returns where the first position that is not plain begins
 */
export function plainPositions(bytes: Buffer, from: number, rings: RingBuilder): number {
  let start = from;
  // No byte past the window is ever asked for: one such read makes every later read slow.
  const end = bytes.length - LONGEST;
  while (start < end && bytes[start] === BYTE.openBracket) {
    let at = start;
    let x = 0;
    let y = 0;
    for (let ordinate = 0; ordinate < 2; ordinate++) {
      let byte = bytes[++at]!;
      const negative = byte === MINUS;
      if (negative) byte = bytes[++at]!;
      const first = at;
      let digits = 0;
      let point = -1;
      const stop = first + PLAIN_DIGITS + 2;
      while (at < stop) {
        if (byte >= ZERO && byte <= ZERO + 9) digits = (Math.imul(digits, 10) + byte - ZERO) | 0;
        else if (byte === POINT && point < 0) point = at;
        else break;
        byte = bytes[++at]!;
      }
      const whole = point < 0 ? at - first : point - first;
      const decimals = point < 0 ? 0 : at - point - 1;
      if (whole === 0 || (point >= 0 && decimals === 0)) return start;
      if (whole + decimals > PLAIN_DIGITS || (whole > 1 && bytes[first] === ZERO)) return start;
      if (byte !== (ordinate === 0 ? BYTE.comma : BYTE.closeBracket)) return start;
      const value = decimals === 0 ? digits : digits / POWERS_OF_TEN[decimals]!;
      if (ordinate === 0) x = negative ? -value : value;
      else y = negative ? -value : value;
    }
    if (bytes[at + 1] !== BYTE.comma) return start;
    rings.vertex(x, y);
    start = at + 2;
  }
  return start;
}
