import type { StudySize } from "./made-study.ts";
import { median } from "./statistics.ts";

export type StepKind = "month" | "year";

/** Milliseconds of the main thread, one a step, on a study of one size. */
export interface SteppedSize extends StudySize {
  readonly steps: Readonly<Record<StepKind, readonly number[]>>;
}

/** As docs/performance.md has it. */
export function stepsReport(sizes: readonly SteppedSize[]): string {
  const rows = sizes.flatMap(({ initiatives, cells, steps }) =>
    (["month", "year"] as const).map((kind) => {
      const costs = steps[kind];
      const figures = [median(costs), nearlyMost(costs)].map((ms) => ms.toFixed(0));
      return `| ${initiatives} | ${cells} | a ${kind} | ${figures.join(" | ")} |`;
    }),
  );
  return [
    "| initiatives | cells | step | median, ms | 95th of 100, ms |",
    "|--:|--:|---|--:|--:|",
    ...rows,
  ].join("\n");
}

/** The value that 95 of 100 do not exceed. */
function nearlyMost(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(0.95 * sorted.length) - 1]!;
}
