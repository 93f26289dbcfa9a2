/** Which programmes a need figure counts, and which it cannot. */
import { holdsOn, programmePasses, type Question } from "../hotspots/question.ts";
import type { Programme, Study } from "../model.ts";

export interface ChosenProgrammes {
  /** The question with its programmes named: those asked for, else those held complete. */
  readonly question: Question;
  /** Whether nobody chose: the programmes are those held complete. */
  readonly byDefault: boolean;
  /** Indices of programmes counted, and at work on the date. */
  readonly counted: readonly number[];
  /** Indices of programmes counted that are not held whole: more ground may be covered. */
  readonly incomplete: readonly number[];
  /** Indices of programmes at work on the date and left out, being not held whole. */
  readonly leftOut: readonly number[];
}

/** Whether every initiative that there was is held, as far as that is known. */
export const isComplete = ({ held, existed }: Programme) =>
  existed !== undefined && held > 0 && held >= existed;

/** Name the programmes that a question is about; its other filters stay. */
export function chooseProgrammes(study: Study, asked: Question): ChosenProgrammes {
  const byDefault = !asked.programmes || asked.programmes.length === 0;
  const passing = study.programmes.flatMap((programme, p) =>
    programmePasses(programme, asked) ? [p] : [],
  );
  const chosen = passing.filter((p) => !byDefault || isComplete(study.programmes[p]!));
  const atWork = (p: number) => {
    const { start, end } = study.programmes[p]!;
    return start !== undefined && holdsOn({ from: start, to: end }, asked.at);
  };
  const counted = chosen.filter(atWork);
  return {
    question: { ...asked, programmes: chosen.map((p) => study.programmes[p]!.code) },
    byDefault,
    counted,
    incomplete: counted.filter((p) => !isComplete(study.programmes[p]!)),
    leftOut: passing.filter((p) => atWork(p) && !chosen.includes(p)),
  };
}
