import { expect, test, vi } from "vitest";
import { csvText } from "../../client/parts/csv.ts";
import { type Column, inOrder } from "../../client/parts/data-table.tsx";
import { createReplies } from "../../client/replies.ts";

interface Row {
  readonly name: string;
  readonly money: number | undefined;
}
const columns: readonly Column<Row>[] = [
  { id: "name", label: "Name", value: ({ name }) => name, head: true },
  { id: "money", label: "Money", value: ({ money }) => money, number: true },
];
const rows: Row[] = [
  { name: "Bolton 10", money: 5 },
  { name: "Bolton 9", money: undefined },
  { name: "Ash", money: 12 },
];
const names = (column: string, down: boolean) =>
  inOrder(rows, columns, { column, down }).map(({ name }) => name);

test("a table sorts words as people do, figures by size, and the unknown last both ways", () => {
  expect(names("name", false)).toEqual(["Ash", "Bolton 9", "Bolton 10"]);
  expect(names("money", true)).toEqual(["Ash", "Bolton 10", "Bolton 9"]);
  expect(names("money", false)).toEqual(["Bolton 10", "Ash", "Bolton 9"]);
  expect(inOrder(rows, columns, undefined)).toBe(rows);
});

test("a table as CSV: unknown is empty, numbers are numbers, what would run is guarded", () => {
  const odd: Row[] = [
    { name: '=1+1, "so"', money: -3 },
    { name: "Ash", money: undefined },
  ];
  expect(csvText(columns, odd)).toBe('name,money\r\n"\'=1+1, ""so""",-3\r\nAsh,\r\n');
});

test("a path is asked for once, however many want it, and a failure is asked for again", async () => {
  const failure = { ok: false, problem: { code: "client/offline", message: "" } } as const;
  const ask = vi.fn(async (path: string) =>
    ask.mock.calls.length === 1 ? failure : ({ ok: true, value: path } as const),
  );
  const replies = createReplies(ask);
  expect(await replies.ask("/a")).toEqual(failure);
  expect(replies.kept("/a")).toBeUndefined();
  await Promise.all([replies.ask("/a"), replies.ask("/a")]);
  await replies.ask("/a");
  expect(ask).toHaveBeenCalledTimes(2);
  expect(replies.kept("/a")).toBe("/a");
});

test("the reply asked for longest ago gives way", async () => {
  const replies = createReplies(async (path) => ({ ok: true, value: path }));
  for (let i = 0; i < 121; i++) await replies.ask(`/${i}`);
  expect(replies.kept("/0")).toBeUndefined();
  expect(replies.kept("/120")).toBe("/120");
});
