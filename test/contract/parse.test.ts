import { expect, test } from "vitest";
import { z } from "zod";
import { parse } from "../../server/contract/parse.ts";

const schema = z.strictObject({
  number: z.coerce.number().int().min(0).max(9).optional(),
  unit: z.enum(["cells", "pairs"]).optional(),
  share: z
    .string()
    .refine((text) => text === "1", "It must be one")
    .optional(),
});

test.each([
  [{ number: "abc" }, '"number" must be a number.'],
  [{ number: "1.5" }, '"number" must be a whole number.'],
  [{ number: "-1" }, '"number" must be at least 0.'],
  [{ number: "10" }, '"number" must be at most 9.'],
  [{ unit: "rivers" }, '"unit" is one of cells, pairs.'],
  [{ unit: ["cells", "pairs"] }, '"unit" can be given only once.'],
  [{ share: "2" }, '"share" must be one.'],
  [{ share: ["1", "1"] }, '"share" can be given only once.'],
  [{ colour: "red" }, 'There is nothing called "colour" here.'],
])("%j is refused in words of ours", (given, message) => {
  expect(() => parse(schema, given)).toThrow(
    expect.objectContaining({ code: "input/invalid", message }),
  );
});
