/** An initiative of which no yearly money is printed, as a stream of its programme. */
import type { Evidence } from "../model.ts";
import { type IsoDate, type Pounds, toPence } from "../units.ts";
import type { Stream } from "./model.ts";
import { type ProgrammeCells, programmeRules, recalledCells } from "./programme-rules.ts";
import { spreadEvenly } from "./spread.ts";

export interface UnprintedInitiative {
  readonly id: string;
  readonly start: IsoDate | undefined;
  readonly end: IsoDate | undefined;
  /** Over its whole life. */
  readonly budget: Pounds | undefined;
  readonly evidence: Evidence;
}

export interface PayingProgramme {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly leadDepartment: string;
  readonly evidence: Evidence;
  readonly cells: ProgrammeCells;
}

/**
 * Its programme's rules, and its lifetime budget spread over the days of its life, marked as assumed.
 * Without a budget, or a recorded start and end, there is no yearly figure.
 */
export function derivedStream(initiative: UnprintedInitiative, programme: PayingProgramme): Stream {
  const { id, start, end, budget, evidence } = initiative;
  const rules = programmeRules(programme.cells);
  return withSpread({
    id: `${id}.lifetime`,
    name: programme.name,
    case: undefined,
    project: "",
    initiative: id,
    programme: programme.code,
    places: [],
    scope: "initiative",
    line: "",
    part: "whole",
    funder: payerOf(programme) ?? "not recorded",
    department: programme.department,
    inKind: false,
    start,
    end,
    total: budget === undefined ? undefined : toPence(budget),
    years: [],
    budget: undefined,
    recipient: undefined,
    rules,
    recalled: recalledCells(programme.evidence),
    evidence,
  });
}

/** Who pays where no stream says: the programme's departments; undefined is not recorded. */
export const payerOf = ({
  leadDepartment,
  department,
}: Pick<PayingProgramme, "leadDepartment" | "department">): string | undefined =>
  leadDepartment || department || undefined;

/** A stream of which only a lifetime total is known, that total over the days of its life. */
export function withSpread(stream: Stream): Stream {
  const { total, years, start, end, rules, evidence } = stream;
  if (total === undefined || years.length > 0 || start === undefined || end === undefined)
    return stream;
  const spans = spreadEvenly(total, { start, end }, rules.yearStart);
  return {
    ...stream,
    years: spans.map((span) => ({
      ...span,
      kind: "award",
      basis: "spread evenly, assumed",
      evidence,
    })),
  };
}

/** Whether a stored stream tells of an initiative's own money, so that none is derived. */
export const tellsOf = (
  initiative: { readonly id: string; readonly programme: string },
  { id, initiative: owner, programme, part }: Stream,
): boolean =>
  id === `${initiative.id}.lifetime` ||
  (owner === initiative.id && programme === initiative.programme && part === "whole");
