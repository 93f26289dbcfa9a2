/** The filters that are lists of names: programmes, departments, funders, aims. */
import type { Study } from "../../server/core/model.ts";
import type { Answer } from "../answer.ts";
import { CategoryMark } from "../parts/marks.tsx";
import { heldWords, programmeShort } from "../programme-words.ts";
import { texts } from "../texts/question.ts";
import { aimWord } from "../texts/words.ts";
import type { Name, NameList } from "./list-filter.tsx";

/** Funders of any initiative at all; the others pay for lines of the nation or a region alone. */
export function payingFunders({ initiatives, funders }: Study): readonly string[] {
  const paying = new Set(initiatives.flatMap((one) => one.funders));
  return funders.filter((_, at) => paying.has(at));
}

/**
 * Those that this study has any name for, in the order in which they stand.
 *
 * @param paying as {@link payingFunders} has them: the same at every step of the date
 */
export const listFilters = (
  study: Study,
  answer: Answer,
  paying: readonly string[],
): readonly NameList[] =>
  [
    programmes(study, answer),
    departments(study, answer),
    funders(answer, paying),
    aims(study, answer),
  ].filter(({ names }) => names.length > 0);

function programmes(study: Study, { byProgramme }: Answer): NameList {
  const names = study.programmes.flatMap((programme, p): Name[] => {
    if (programme.held === 0) return [];
    return [
      {
        value: programme.code,
        word: programmeShort(programme),
        mark: <CategoryMark category={programme.category} />,
        note: heldWords(programme),
        live: byProgramme.get(p) ?? 0,
      },
    ];
  });
  const nameOf = new Map(study.programmes.map(({ code, name }) => [code, name]));
  return {
    filter: "programmes",
    word: texts.programmes,
    legend: texts.programme,
    names: mostFirst(names, ({ value }) => nameOf.get(value)!),
  };
}

function departments(study: Study, { byDepartment }: Answer): NameList {
  const held = study.programmes.filter((programme) => programme.held > 0 && programme.department);
  return {
    filter: "departments",
    word: texts.departments,
    legend: texts.department,
    names: plain(
      held.map(({ department }) => department),
      byDepartment,
    ),
  };
}

function funders({ byFunder }: Answer, paying: readonly string[]): NameList {
  return {
    filter: "funders",
    word: texts.funders,
    legend: texts.funder,
    names: plain(paying, byFunder),
  };
}

function aims(study: Study, { byAim }: Answer): NameList {
  const stated = study.programmes.flatMap((programme) => programme.aims);
  return {
    filter: "aims",
    word: texts.aims,
    legend: texts.aim,
    names: plain(stated, byAim, aimWord),
  };
}

/** Names that carry nothing but their count. */
function plain(
  values: readonly string[],
  live: ReadonlyMap<string, number>,
  wordOf: (value: string) => string = (value) => value,
): readonly Name[] {
  const names = [...new Set(values)].map((value) => ({
    value,
    word: wordOf(value),
    mark: null,
    note: "",
    live: live.get(value) ?? 0,
  }));
  return mostFirst(names, ({ value }) => value);
}

const mostFirst = (names: readonly Name[], nameOf: (name: Name) => string): readonly Name[] =>
  [...names].sort((a, b) => b.live - a.live || (nameOf(a) < nameOf(b) ? -1 : 1));
