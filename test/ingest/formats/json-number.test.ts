import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNumber } from "../../../server/ingest/formats/json-number.ts";

/** What is read of a text that a comma follows, and how many bytes it took. */
function read(text: string): [number, number] {
  const end = { next: 0 };
  const value = readNumber(Buffer.from(`${text},`), 0, end);
  return [value, end.next];
}

describe("numbers read from bytes", () => {
  test.each([
    "0",
    "-0",
    "7",
    "-1.23299",
    "530589.427",
    "0.1",
    "0.30000000000000004",
    "9007199254740991",
    "9007199254740993",
    "900719925474.0993",
    "1.7976931348623157e308",
    "5e-324",
    "2.2250738585072011e-308",
    "123456789012345678901234567890",
    "0.000000000000000000000000000001",
    "0.0000000000000000000001",
    "1e5",
    "1E+5",
    "-1.5e-7",
    "1e400",
    "-9.999999999999999e22",
  ])("%s is what Number makes of it", (text) => {
    const [value, next] = read(text);
    expect(Object.is(value, Number(text))).toBe(true);
    expect(next).toBe(text.length);
  });

  test.each([
    "",
    "-",
    "01",
    "-01.5",
    "1.",
    ".5",
    "1.e5",
    "1e",
    "1e+",
    "--1",
    "1-2",
    "1.2.3",
    "+1",
  ])("%j is no number", (text) => {
    expect(read(text)[1]).toBe(-2);
  });

  test("one that runs to the end of the bytes is left for later", () => {
    for (const text of ["1", "12.5", "12.", "-", "1e", "1e-7"]) {
      const end = { next: 0 };
      readNumber(Buffer.from(text), 0, end);
      expect(end.next).toBe(-1);
    }
  });

  test("any text of a number is read to the last bit", () => {
    const digits = (max: number) => fc.stringMatching(new RegExp(`^\\d{1,${max}}$`));
    const numbers = fc
      .tuple(
        fc.constantFrom("", "-"),
        fc.bigInt({ min: 0n, max: 10n ** 22n }),
        fc.option(digits(25), { nil: undefined }),
        fc.option(fc.tuple(fc.constantFrom("e", "E"), fc.integer({ min: -330, max: 310 })), {
          nil: undefined,
        }),
      )
      .map(
        ([sign, whole, decimals, exponent]) =>
          `${sign}${whole}${decimals === undefined ? "" : `.${decimals}`}${exponent?.join("") ?? ""}`,
      );
    fc.assert(
      fc.property(fc.oneof(numbers, fc.double({ noNaN: true }).map(finiteText)), (text) => {
        expect(Object.is(read(text)[0], Number(text))).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
});

const finiteText = (value: number) => (Number.isFinite(value) ? String(value) : "0");
