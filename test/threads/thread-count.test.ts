import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { threadCount } from "../../server/threads/thread-count.ts";

test("as many threads as are asked for, else the machine's cores and at most four", () => {
  expect(threadCount("1")).toBe(1);
  expect(threadCount("64")).toBe(64);
  expect(threadCount(undefined)).toBe(Math.min(4, availableParallelism()));
  expect(threadCount("")).toBe(threadCount(undefined));
});

test.each(["0", "65", "-1", "2.5", "two", "1e1", " 2"])("%j is refused", (text) => {
  expect(() => threadCount(text)).toThrow("is no number of threads");
});
