import type { Disagreement } from "./corpora-audit.ts";

/** Why parties differ on a case, by file name and case number: the same in JTS's copy and GEOS's. */
const UNITED =
  "parts of one source are united here, so ground in two parts counts as inside; the even-odd repair leaves it out";

const REASONS: Readonly<Record<string, string>> = {
  "TestNGOverlayAPrec.xml 9":
    "grid of 1: the file rounds crossings of the lines as drawn; here vertices come to the grid first and lines run between them. Either way all stays within half a step or so of where it was",
  "TestValid.xml 51":
    "GEOS's repair also fills the gap between three squares, along which a flat part runs; no part covers it",
  "TestValid.xml 68":
    "the ring stands twice: even-odd leaves nothing (reported as a repair), GEOS's repair keeps one",
  "TestValid.xml 73":
    "the hole stands twice: even-odd the two cancel (reported as a repair), GEOS's repair keeps one",
  "TestValid.xml 84": UNITED,
  "TestValid.xml 85": UNITED,
  "TestValid.xml 86": UNITED,
  "TestValid.xml 87": UNITED,
  "Buffer-1.xml 25": UNITED,
  "makevalid.xml 13": UNITED,
  "makevalid.xml 14": UNITED,
};

export function reasonFor({ file, number }: Pick<Disagreement, "file" | "number">) {
  return REASONS[keyOf(file, number)];
}

/** Reasons for cases on which nobody differs any more: they are to be taken out. */
export function idleReasons(disagreements: readonly Disagreement[]): string[] {
  const used = new Set(disagreements.map(({ file, number }) => keyOf(file, number)));
  return Object.keys(REASONS).filter((key) => !used.has(key));
}

const keyOf = (file: string, number: number) => `${file.replace(/^.*\//, "")} ${number}`;
