/** What was done to boundaries against what the verdict says of them, as the documents print it. */
import type { SetFit } from "../../server/core/fit/fit-sets.ts";

/** What the verdict said. */
const SAID = ["identical", "shift", "datum", "generalisation", "real", "vintage", "none"] as const;
export type Said = (typeof SAID)[number];

export interface Wrong {
  readonly name: string;
  readonly done: string;
  readonly said: Said;
}

/** One trial: every body spoilt in a way that is known. */
export interface Trial {
  /** The matrix in the words of the documents; right answers are bold. */
  readonly table: string;
  readonly wrong: readonly Wrong[];
  readonly total: number;
}

/** What is said of a body by its closest pair. */
export function saidOf(fit: SetFit, body: number): Said {
  const verdict = fit.bodies[body]!;
  if (verdict.class === "identical") return "identical";
  const pair = verdict.closest === undefined ? undefined : fit.pairs[verdict.closest]!;
  if (pair?.cause === "shift" && pair.evidence?.shift?.isMissingDatum) return "datum";
  return pair?.cause === undefined || pair.cause === "coast" ? "none" : pair.cause;
}

/**
 * @param head what the first column is of
 * @param right the right answer to each way of spoiling
 */
export function countsBy<Done extends string>(
  head: string,
  ways: readonly Done[],
  right: Readonly<Record<Done, Said>>,
  bodies: readonly { readonly done: Done; readonly name: string }[],
  said: readonly Said[],
): Trial {
  const wrong = bodies.flatMap(({ done, name }, i) =>
    said[i] === right[done] ? [] : [{ name, done, said: said[i]! }],
  );
  const rows = ways.map((way) => {
    const cells = SAID.map((one) => {
      const count = bodies.filter(({ done }, i) => done === way && said[i] === one).length;
      const text = count === 0 ? "" : String(count);
      return one === right[way] ? `**${text || 0}**` : text;
    });
    return `| ${way} | ${cells.join(" | ")} |`;
  });
  const table = [`| ${head} | ${SAID.join(" | ")} |`, `|---|${SAID.map(() => "--:").join("|")}|`];
  return { table: [...table, ...rows].join("\n"), wrong, total: bodies.length };
}
