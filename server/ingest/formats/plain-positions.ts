import { type NumberEnd, POWERS_OF_TEN } from "./json-number.ts";
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

const isDigit = (byte: number) => byte >= ZERO && byte <= ZERO + 9;

/**
 * Takes the run of positions at `from` that are written as nearly all are: `[x,y],` without space,
 * height or exponent, in at most nine digits a number. Whatever else comes is left to
 * {@link CoordinateScanner}.
 *
 * @param end of use to this function only
 * @returns where the first position that is not plain begins
 */
export function plainPositions(
  bytes: Buffer,
  from: number,
  rings: RingBuilder,
  end: NumberEnd,
): number {
  let start = from;
  const last = bytes.length - LONGEST;
  while (start < last && bytes[start] === OPEN_BRACKET) {
    const x = plainNumber(bytes, start + 1, end);
    if (end.next < 0 || bytes[end.next] !== COMMA) break;
    const y = plainNumber(bytes, end.next + 1, end);
    if (end.next < 0 || bytes[end.next] !== CLOSE_BRACKET) break;
    if (bytes[end.next + 1] !== COMMA) break;
    rings.vertex(x, y);
    start = end.next + 2;
  }
  return start;
}

/**
 * The number that begins at `from`. Its digits are an exact integer, so that one division rounds as
 * `Number` does.
 *
 * @param end told where the number ends; -1 where it is not plain
 */
function plainNumber(bytes: Buffer, from: number, end: NumberEnd): number {
  const negative = bytes[from] === MINUS;
  const first = negative ? from + 1 : from;
  let at = first;
  let byte = bytes[at]!;
  let digits = 0;
  for (; isDigit(byte); byte = bytes[++at]!) digits = (Math.imul(digits, 10) + byte - ZERO) | 0;
  const whole = at - first;
  let decimals = 0;
  let plain = whole === 1 || (whole > 1 && bytes[first] !== ZERO);
  if (byte === POINT) {
    const point = at;
    byte = bytes[++at]!;
    for (; isDigit(byte); byte = bytes[++at]!) digits = (Math.imul(digits, 10) + byte - ZERO) | 0;
    decimals = at - point - 1;
    plain &&= decimals > 0;
  }
  end.next = plain && whole + decimals <= PLAIN_DIGITS ? at : -1;
  const value = decimals === 0 ? digits : digits / POWERS[decimals]!;
  return negative ? -value : value;
}
