import { POWERS_OF_TEN } from "./json-number.ts";
import type { RingBuilder } from "./ring-builder.ts";

// Of this module's own: V8 folds such constants into the loop, but loads imported ones each time,
// which makes the whole run 1.7 times slower.
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const POWERS = POWERS_OF_TEN;

/** Digits that a 32-bit integer always holds. */
const PLAIN_DIGITS = 9;
/** Longer than any position is written: no byte past the window is asked for, as one such read makes every later one slow. */
const LONGEST = 80;

/**
 * Takes the run of positions at `from` that are written as nearly all are: `[x,y],` without space,
 * height or exponent, in at most nine digits a number. Whatever else comes is left to
 * {@link CoordinateScanner}.
 *
 * The digits of a number are an exact integer, so that one division rounds as `Number` does.
 *
 * Cost: half of what reading a large file takes. Both numbers go through one loop in one function:
 * a function a number, which has to give back where it ended too, takes half as long again.
 *
 * @returns where the first position that is not plain begins
 */
export function plainPositions(bytes: Buffer, from: number, rings: RingBuilder): number {
  let start = from;
  const last = bytes.length - LONGEST;
  while (start < last && bytes[start] === OPEN_BRACKET) {
    let at = start + 1;
    let x = 0;
    let y = 0;
    let taken = 0;
    for (; taken < 2; taken++) {
      const negative = bytes[at] === MINUS;
      if (negative) at++;
      const first = at;
      let digits = 0;
      // Past the window it is no number, which ends the loop too.
      let digit = bytes[at]! - ZERO;
      for (; digit >= 0 && digit <= 9; digit = bytes[++at]! - ZERO) {
        digits = (Math.imul(digits, 10) + digit) | 0;
      }
      const whole = at - first;
      if (whole === 0 || (whole > 1 && bytes[first] === ZERO)) break;
      let decimals = 0;
      if (bytes[at] === POINT) {
        const point = at;
        digit = bytes[++at]! - ZERO;
        for (; digit >= 0 && digit <= 9; digit = bytes[++at]! - ZERO) {
          digits = (Math.imul(digits, 10) + digit) | 0;
        }
        decimals = at - point - 1;
        if (decimals === 0) break;
      }
      if (whole + decimals > PLAIN_DIGITS) break;
      const value = decimals === 0 ? digits : digits / POWERS[decimals]!;
      x = y;
      y = negative ? -value : value;
      if (bytes[at] !== (taken === 0 ? COMMA : CLOSE_BRACKET)) break;
      at++;
    }
    if (taken < 2 || bytes[at] !== COMMA) break;
    rings.vertex(x, y);
    start = at + 1;
  }
  return start;
}
