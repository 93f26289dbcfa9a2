export const MINUS = 0x2d;
export const POINT = 0x2e;
export const ZERO = 0x30;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** Powers of ten that a double holds exactly. */
export const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/** Where a number was found to end: -1 where its end is not in the bytes, -2 where it is no number. */
export interface NumberEnd {
  next: number;
}

/** Whether a byte may stand in a number: a digit, sign, point or exponent. */
const inNumber = (byte: number) =>
  (byte >= ZERO && byte <= ZERO + 9) ||
  byte === MINUS ||
  byte === POINT ||
  byte === 0x2b ||
  byte === 0x65 ||
  byte === 0x45;

function longNumber(bytes: Buffer, from: number, end: NumberEnd): number {
  let at = from;
  while (at < bytes.length && inNumber(bytes[at]!)) at++;
  end.next = -1;
  if (at === bytes.length) return 0;
  const text = bytes.toString("latin1", from, at);
  end.next = NUMBER.test(text) ? at : -2;
  return Number(text);
}

/**
 * Reads the JSON number that begins at `from`: to the last bit what `Number` makes of its text.
 * When its digits, read as an integer, stay below 2^53 and at most 22 follow the point, one division
 * of two exact doubles rounds correctly (Clinger 1990); any other number goes the long way.
 *
 * @param end told where the number ends
 */
export function readNumber(bytes: Buffer, from: number, end: NumberEnd): number {
  const { length } = bytes;
  const negative = bytes[from] === MINUS;
  const first = negative ? from + 1 : from;
  let at = first;
  let digits = 0;
  let byte = at < length ? bytes[at]! : 0;
  while (byte >= ZERO && byte <= ZERO + 9) {
    digits = digits * 10 + byte - ZERO;
    byte = ++at < length ? bytes[at]! : 0;
  }
  const whole = at - first;
  let decimals = 0;
  if (byte === POINT) {
    const point = at;
    byte = ++at < length ? bytes[at]! : 0;
    while (byte >= ZERO && byte <= ZERO + 9) {
      digits = digits * 10 + byte - ZERO;
      byte = ++at < length ? bytes[at]! : 0;
    }
    decimals = at - point - 1;
    if (decimals === 0) return longNumber(bytes, from, end);
  }
  const plain =
    at < length &&
    (whole === 1 || (whole > 1 && bytes[first] !== ZERO)) &&
    digits <= Number.MAX_SAFE_INTEGER &&
    decimals < POWERS_OF_TEN.length &&
    !inNumber(byte);
  if (!plain) return longNumber(bytes, from, end);
  end.next = at;
  const value = decimals === 0 ? digits : digits / POWERS_OF_TEN[decimals]!;
  return negative ? -value : value;
}
