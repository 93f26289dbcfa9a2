import fc from "fast-check";
import { expect, test } from "vitest";
import { readMoney } from "../../../server/core/funding/read-money.ts";

test.each([
  ["150000", 15_000_000],
  ["£1,250,000.50", 125_000_050],
  ["(2,000)", -200_000],
  ["(£0.01)", -1],
  ["-£5", -500],
  ["£-5", -500],
  ["−5", -500],
  ["+5", 500],
  ["£1.15m", 115_000_000],
  ["1.005 million", 100_500_000],
  ["£7k", 700_000],
  ["0", 0],
  ["-0", 0],
  ["GBP 12.3", 1230],
])("%s is %i pence", (text, expected) => {
  expect(readMoney(text)).toBe(expected);
});

test.each([
  "",
  "five",
  "1.234",
  "1,23",
  "(5",
  "5)",
  "--5",
  "(-5)",
  "$5",
  "£",
  "1e6",
  "1.5 tonnes",
  "99999999999999",
])("%s is no amount", (text) => {
  expect(readMoney(text)).toBeUndefined();
});

test("law: what is written with symbols reads as what was meant", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.boolean(), (amount, brackets) => {
      const [pounds, part] = [Math.trunc(Math.abs(amount) / 100), Math.abs(amount) % 100];
      const digits = `£${pounds.toLocaleString("en-GB")}.${String(part).padStart(2, "0")}`;
      const text = amount < 0 ? (brackets ? `(${digits})` : `-${digits}`) : digits;
      expect(readMoney(text)).toBe(amount);
    }),
    { seed: 6 },
  );
});
