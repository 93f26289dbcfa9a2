import type { CheckReport } from "../../contract/check-report.ts";
import type { ProblemId } from "../../core/check/problems/registry.ts";
import { AppError } from "../../core/errors.ts";
import type { Db } from "../../store/db.ts";
import { initiativeTable } from "../../store/initiative.ts";

/** What no import can take as it stands. */
export const BLOCKING: readonly ProblemId[] = [
  "dates-reversed",
  "date-unreadable",
  "amount-unreadable",
  "rows-differ",
  "boundary-dates-meet",
];

/**
 * Refuses a file with problems that only a person can settle.
 *
 * @throws AppError import/undecided naming what to settle, with the first places of each
 */
export function expectDecided(
  { file, problems }: CheckReport,
  blocking: readonly ProblemId[],
): void {
  const open = problems.filter(({ problem }) => (blocking as readonly string[]).includes(problem));
  if (open.length === 0) return;
  const words = open.map(({ sentence, advice, findings }) => {
    const { feature, id, field, value } = findings[0]!;
    const where = [`feature ${feature}`, id, field, value].filter((part) => part).join(", ");
    return `${sentence} (first ${where}). ${advice}`;
  });
  throw new AppError("import/undecided", `${file} was not imported: ${words.join(" ")}`, {
    file,
    problems: open.map(({ problem, sentence, findings }) => ({
      problem,
      sentence,
      findings: findings.slice(0, 20),
    })),
  });
}

/**
 * Refuses rows that would take another programme's initiative over.
 *
 * @throws AppError import/undecided
 */
export function expectOwn(db: Db, ids: readonly string[], programme: string): void {
  const table = initiativeTable(db);
  const others = [...new Set(ids)].flatMap((id) => {
    const owner = table.find(id)?.programme_code;
    return owner === undefined || owner === programme ? [] : [`${id} of ${owner}`];
  });
  if (others.length === 0) return;
  const named = `${others.slice(0, 5).join(", ")}${others.length > 5 ? " …" : ""}`;
  throw new AppError(
    "import/undecided",
    `Nothing was imported: by their ids ${others.length === 1 ? "a row is" : `${others.length} rows are`} ` +
      `another programme's (${named}). Import each programme's rows by themselves, or give them other ids.`,
    { programme, others },
  );
}
