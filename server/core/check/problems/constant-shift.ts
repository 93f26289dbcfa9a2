import { constantShift } from "../../fit/cause/constant-shift.ts";
import { isMissingDatum } from "../../fit/cause/missing-datum.ts";
import { type Lines, linesOf, linesOfShapes } from "../../fit/lines.ts";
import type { CheckSubject, Problem } from "../model.ts";

/** Metres within which lines agree. */
const TOLERANCE = 20;

export const shifted = {
  id: "constant-shift",
  standing: "decide",
  repair: undefined,
  unit: "m",
  whole: true,
  sentence: (n) =>
    n === 1
      ? "1 file lies off its reference by one vector along its edges"
      : `${n} files lie off their reference by one vector along their edges`,
  advice:
    "Give the coordinate reference system that the file was made in with --crs. Imported as it is, it leaves a false gap along every edge.",
  ofFile(subject) {
    const { reference, features, step } = subject;
    const lines = linesOfAll(subject);
    if (reference === undefined || lines.count === 0) return [];
    const shift = constantShift(lines, reference.lines, { tolerance: TOLERANCE });
    if (shift === undefined) return [];
    const at = middleOf(lines);
    const datum = isMissingDatum(shift, { east: at[0], north: at[1] })
      ? "; a missing datum shift between OSGB36 and WGS 84 is that long here"
      : "";
    const percent = (share: number) => `${Math.round(100 * share)} %`;
    const value =
      `it lies ${inWords(shift.east, "east", "west")} and ${inWords(shift.north, "north", "south")} of ` +
      `${reference.title}: ${percent(shift.agreementBefore)} of its edge agrees within ${TOLERANCE} m, ` +
      `${percent(shift.agreementAfter)} once moved back${datum}`;
    const place = [Math.round(at[0] / step), Math.round(at[1] / step)] as const;
    return [{ feature: features[0]!.index, at: place, size: shift.length, value }];
  },
} as const satisfies Problem;

const inWords = (metres: number, positive: string, negative: string) =>
  `${Math.abs(metres).toFixed(1)} m ${metres < 0 ? negative : positive}`;

function linesOfAll({ features, step }: CheckSubject): Lines {
  const grid = { step, originX: 0, originY: 0 };
  const ends = features.flatMap(({ shapes }) => [...linesOfShapes(shapes, grid).ends]);
  return linesOf(Float64Array.from(ends));
}

function middleOf({ ends, count }: Lines): readonly [number, number] {
  let [x, y] = [0, 0];
  for (let i = 0; i < count; i++) {
    x += ends[4 * i]! / count;
    y += ends[4 * i + 1]! / count;
  }
  return [x, y];
}
