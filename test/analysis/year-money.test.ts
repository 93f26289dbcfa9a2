import { afterAll, beforeAll, expect, test } from "vitest";
import { printedMoney, yearLabel } from "../../server/analysis/year-money.ts";
import { isoDate } from "../../server/core/units.ts";
import { type Db, openDb } from "../../server/store/db.ts";
import { fundingStreamTable } from "../../server/store/funding-stream.ts";
import { stream, yearOf } from "../support/streams.ts";
import { type ToyData, toyData } from "../support/toy-data.ts";

const day = (text: string) => isoDate(text)!;
let toy: ToyData;
let db: Db;
beforeAll(async () => {
  toy = await toyData();
  db = openDb(toy.db);
});
afterAll(() => {
  db.close();
  toy.remove();
});

test("a financial year is two years, a calendar year is one", () => {
  expect(yearLabel(day("2002-04-01"), day("2003-04-01"))).toBe("2002-03");
  expect(yearLabel(day("1999-04-01"), day("2000-04-01"))).toBe("1999-00");
  expect(yearLabel(day("2002-01-01"), day("2003-01-01"))).toBe("2002");
});

test("the allocation goes before the spend, in the year that holds the date", () => {
  expect(printedMoney(db)("HAZ-01", day("2000-04-01"))).toEqual({
    amount: 250_000,
    label: "allocation 2000-01",
  });
  expect(printedMoney(db)("HAZ-01", day("2001-03-31"))?.amount).toBe(250_000);
  expect(printedMoney(db)("HAZ-01", day("2001-04-01"))).toBeUndefined();
  expect(printedMoney(db)("EZ-01", day("2000-06-01"))).toBeUndefined();
});

test("parts of another figure are left out, and two figures for one year are told", () => {
  const line = stream("EZ-01.dwp", { initiative: "EZ-01", programme: "EZ" });
  const year = (amount: number) => yearOf("2001-04-01", "2002-04-01", amount);
  fundingStreamTable(db).add({ ...line, part: "administration", years: [year(5)] });
  expect(printedMoney(db)("EZ-01", day("2001-06-01"))).toBeUndefined();
  fundingStreamTable(db).add({ ...line, id: "EZ-01.dwp.whole", years: [year(70), year(80)] });
  expect(printedMoney(db)("EZ-01", day("2001-06-01"))).toEqual({
    amount: 70,
    label: "allocation 2001-02, one of 2 printed figures",
  });
});
