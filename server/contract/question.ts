/** A question as it stands in an address or on a command line. */
import { z } from "zod";
import { AppError } from "../core/errors.ts";
import type { Question } from "../core/hotspots/question.ts";
import { CATEGORIES, type Category, type Study } from "../core/model.ts";
import { isoDate } from "../core/units.ts";
import { parse } from "./parse.ts";

const repeats = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const list = repeats
  .transform((parts) => parts.flatMap((part) => part.split(",")))
  .transform((parts) => parts.map((part) => part.trim()).filter((part) => part !== ""));

/** `programme`, `category`, `aim`, `department` and `funder` take commas or repeats. */
export const questionQuery = z.object({
  at: z.string().optional().describe("A date, YYYY-MM-DD. The default is 2002-06-01."),
  programme: list.optional().describe("Programme codes, such as NDC,HAZ."),
  category: list.optional().describe("holistic, theme, client or partnership (PAT 17 §4.45)."),
  aim: list.optional().describe("Aims, such as jobs or housing: a programme with any of them."),
  department: repeats.optional().describe("Lead departments, as a programme states them."),
  funder: repeats.optional().describe("Funders, as a stream states them: any of them."),
});

export const DEFAULT_DATE = "2002-06-01";

/** What a question can name. */
export type Nameable = Pick<Study, "programmes" | "funders">;

/**
 * The question in a query, checked against the programmes and funders held.
 *
 * @throws AppError `input/date`, `input/unknown-programme`, `-category`, `-department`, `-aim`, `-funder`
 */
export function parseQuestion(raw: unknown, { programmes, funders }: Nameable): Question {
  const query = parse(questionQuery, raw);
  const text = query.at ?? DEFAULT_DATE;
  const at = isoDate(text);
  if (!at) {
    throw new AppError(
      "input/date",
      `"${text}" is not a date. Write year-month-day, for example 2002-06-01.`,
      { text },
    );
  }
  const codes = new Set(programmes.map(({ code }) => code));
  for (const code of query.programme ?? []) {
    if (!codes.has(code)) {
      const known = [...codes].sort();
      throw new AppError(
        "input/unknown-programme",
        `There is no programme "${code}". Known: ${known.join(", ")}.`,
        { code, known },
      );
    }
  }
  for (const category of query.category ?? []) {
    if (!(CATEGORIES as readonly string[]).includes(category)) {
      throw new AppError(
        "input/unknown-category",
        `There is no category "${category}". The four are ${CATEGORIES.join(", ")}.`,
        { category },
      );
    }
  }
  const aims = [...new Set(programmes.flatMap((programme) => programme.aims))].sort();
  for (const aim of query.aim ?? []) {
    if (!aims.includes(aim)) {
      throw new AppError(
        "input/unknown-aim",
        `No programme works towards "${aim}". Known: ${aims.join(", ")}.`,
        { aim, known: aims },
      );
    }
  }
  const departments = [...new Set(programmes.map(({ department }) => department))].filter(
    (department) => department !== "",
  );
  return {
    at,
    programmes: query.programme ?? [],
    categories: (query.category ?? []) as Category[],
    departments: namesIn(query.department, departments, unknownDepartment),
    aims: query.aim ?? [],
    funders: namesIn(query.funder, funders, unknownFunder),
  };
}

/**
 * The names in lists with commas. Names hold commas themselves ("DoE, then DETR"), so the longest run
 * of parts that is a known name is taken each time.
 *
 * @param unknown the error for a part that begins no known name
 */
function namesIn(
  lists: readonly string[] = [],
  known: readonly string[],
  unknown: (name: string, known: readonly string[]) => AppError,
): string[] {
  return lists.flatMap((text) => {
    const parts = text.split(",");
    const found: string[] = [];
    for (let from = 0; from < parts.length; ) {
      let to = parts.length;
      const name = () => parts.slice(from, to).join(",").trim();
      while (to > from && !known.includes(name())) to--;
      if (to > from) found.push(name());
      else if (parts[from]!.trim() !== "") throw unknown(parts[from]!.trim(), known);
      from = Math.max(to, from + 1);
    }
    return found;
  });
}

function unknownDepartment(department: string, known: readonly string[]): AppError {
  const names = [...known].sort();
  return new AppError(
    "input/unknown-department",
    `No programme is led by "${department}". Known: ${names.join("; ")}.`,
    { department, known: names },
  );
}

function unknownFunder(funder: string, known: readonly string[]): AppError {
  const names = [...known].sort();
  return new AppError(
    "input/unknown-funder",
    `No stream is paid by "${funder}". Known: ${names.join("; ")}.`,
    { funder, known: names },
  );
}

/** The question back as the query that asks it: sorted, defaults left out except the date. */
export function questionParams(question: Question): [string, string][] {
  const lists: [string, readonly string[] | undefined][] = [
    ["programme", question.programmes],
    ["category", question.categories],
    ["department", question.departments],
    ["aim", question.aims],
    ["funder", question.funders],
  ];
  return [
    ["at", question.at],
    ...lists.flatMap(([name, values]): [string, string][] =>
      values && values.length > 0 ? [[name, [...values].sort().join(",")]] : [],
    ),
  ];
}
