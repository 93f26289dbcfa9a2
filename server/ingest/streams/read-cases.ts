/** The columns of budgets and of worked cases, which several streams' rows may repeat. */
import type { Budget, WorkedCase } from "../../core/funding/model.ts";
import { readMoney } from "../../core/funding/read-money.ts";
import { groupBy } from "../../store/group-by.ts";
import type { ReadRow } from "./read-profile.ts";

const ABOUT = /^(?:about|around|circa|c\.?)\s+/i;

/** Budgets by id. Each has one amount, on whichever row. */
export function budgetsIn(rows: readonly ReadRow[]): Budget[] {
  const groups = groupBy(
    rows.filter(({ reader }) => reader.text("budget") !== ""),
    ({ reader }) => reader.text("budget"),
  );
  return [...groups].flatMap(([id, own]) => {
    const telling = own.filter(({ reader }) => reader.text("budget_amount") !== "");
    const { reader, evidence } = telling[0] ?? own[0]!;
    const text = reader.text("budget_amount");
    if (text === "") {
      reader.refuse("funding/profile", "budget_amount", `the budget ${id} has no amount`);
      return [];
    }
    for (const { reader: other } of telling.slice(1)) {
      const said = other.text("budget_amount");
      if (said !== text)
        other.refuse(
          "funding/profile",
          "budget_amount",
          `the budget ${id} is said to be both ${text} and ${said}`,
        );
    }
    const amount = readMoney(text.replace(ABOUT, ""));
    if (amount === undefined || amount < 0)
      return (
        reader.refuse(
          "funding/amount",
          "budget_amount",
          `"${text}" is not an amount in pounds and whole pence`,
        ) ?? []
      );
    return {
      id,
      name: reader.text("budget_name") || id,
      case: reader.text("case") || undefined,
      project: reader.text("project"),
      amount,
      about: ABOUT.test(text),
      evidence,
    };
  });
}

/** Worked cases by id, described on the first row that gives a title. */
export function casesIn(rows: readonly ReadRow[]): WorkedCase[] {
  const groups = groupBy(
    rows.filter(({ reader }) => reader.text("case") !== ""),
    ({ reader }) => reader.text("case"),
  );
  return [...groups].map(([id, own]) => {
    const { reader, evidence } =
      own.find(({ reader: one }) => one.text("case_title") !== "") ?? own[0]!;
    return {
      id,
      title: reader.text("case_title") || id,
      placeName: reader.text("case_place"),
      place: reader.text("case_place_code") || undefined,
      watermark: reader.text("case_watermark"),
      notSaid: reader.list("case_not_said", "|"),
      evidence: { ...evidence, notes: "" },
    };
  });
}
