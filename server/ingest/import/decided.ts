import type { CheckReport } from "../../contract/check-report.ts";
import type { ProblemId } from "../../core/check/problems/registry.ts";
import { AppError } from "../../core/errors.ts";

/** What no import can take as it stands. */
export const BLOCKING: readonly ProblemId[] = [
  "dates-reversed",
  "date-unreadable",
  "amount-unreadable",
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
