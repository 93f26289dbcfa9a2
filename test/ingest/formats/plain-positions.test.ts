import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainPositions } from "../../../server/ingest/formats/plain-positions.ts";
import { RingBuilder } from "../../../server/ingest/formats/ring-builder.ts";

/** Enough after the text that no position stands too near the window's end to be plain. */
const AFTER = " ".repeat(80);

/** The numbers taken of a text, and what is left of it. */
function take(text: string): [number[], string] {
  const rings = new RingBuilder();
  const next = plainPositions(Buffer.from(text + AFTER), 0, rings);
  return [[...rings.take().xy], text.slice(next)];
}

describe("positions written plainly", () => {
  test("are taken until one is not followed by another", () => {
    expect(take("[1,2],[-0.5,54.678910],[123456789,0.00000001],[7,8]]]")).toEqual([
      [1, 2, -0.5, 54.67891, 123456789, 0.00000001],
      "[7,8]]]",
    ]);
  });

  test.each([
    ["a space", "[1, 2],"],
    ["a height", "[1,2,3],"],
    ["an exponent", "[1e2,2],"],
    ["ten digits", "[1,1234567890],"],
    ["ten digits with a point", "[1,12345.67890],"],
    ["a leading zero", "[01,2],"],
    ["no digit before the point", "[.5,2],"],
    ["no digit after the point", "[1,5.],"],
    ["two points", "[1.2.3,4],"],
    ["a sign alone", "[-,4],"],
    ["two signs", "[--1,4],"],
    ["a sign within", "[1-1,4],"],
    ["one number", "[1],"],
    ["no number", "[],"],
    ["a word", "[NaN,1],"],
    ["a list", "[[1,2]],"],
    ["a number longer than the window's margin", `[1,${"3".repeat(90)}],`],
  ])("%s is left to the other reader", (_what, text) => {
    expect(take(`[3,4],${text}[5,6],`)).toEqual([[3, 4], `${text}[5,6],`]);
  });

  test("none is begun that might run past the window", () => {
    const rings = new RingBuilder();
    expect(plainPositions(Buffer.from("[1,2],[3,4],"), 0, rings)).toBe(0);
    expect(plainPositions(Buffer.alloc(0), 0, rings)).toBe(0);
  });

  test("are read to the last bit", () => {
    const number = fc
      .tuple(fc.boolean(), fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 8 }))
      .map(([negative, digits, decimals]) => {
        const padded = String(digits).padStart(decimals + 1, "0");
        const whole = padded.slice(0, padded.length - decimals);
        const text = decimals === 0 ? whole : `${whole}.${padded.slice(-decimals)}`;
        return negative ? `-${text}` : text;
      });
    fc.assert(
      fc.property(number, number, (x, y) => {
        const [found] = take(`[${x},${y}],`);
        expect(Object.is(found[0], Number(x)) && Object.is(found[1], Number(y))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
