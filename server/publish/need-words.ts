/** What a reader must know before using a figure of uncovered need. */

import type { Study } from "../core/model.ts";
import type { SmallAreas } from "../core/need/model.ts";
import type { UncoveredNeed } from "../core/need/uncovered-need.ts";

const percent = (share: number) => `${Number((share * 100).toPrecision(3))} %`;

/** How far the share with nothing recorded rests on the size of the units (M-W4). */
function rangeWords(sensitivity: UncoveredNeed["sensitivity"]): string[] {
  if (!sensitivity) return [];
  const figures = sensitivity.by.flatMap(({ units, value }) =>
    value === undefined ? [] : [`${percent(value)} with ${units} as the units of need`],
  );
  return [`The share of people in need with none recorded is ${figures.join(", ")}.`];
}

/** Whole sentences, the most important first. */
export function needCaveats(study: Study, areas: SmallAreas, need: UncoveredNeed): string[] {
  const { counted, incomplete, leftOut, byDefault } = need.chosen;
  const names = (programmes: readonly number[]) =>
    programmes.map((p) => study.programmes[p]!.name).join("; ");
  const unscored = areas.areas.filter(({ score }) => score === undefined).length;
  const edges = need.reaches.filter(({ onEdge }, unit) => onEdge && need.inNeed[unit]).length;
  return [
    counted.length === 0
      ? "No programme that is counted was at work on the date."
      : `Counted ${byDefault ? "are the programmes held complete and at work on the date" : "is"}: ${names(counted)}.`,
    ...(leftOut.length > 0
      ? [
          `Not counted, though at work, because not all of their initiatives are held: ${names(leftOut)}. ` +
            '"None" means no recorded initiative of those counted.',
        ]
      : []),
    ...(incomplete.length > 0
      ? [`Not held whole, so more may be reached than is shown: ${names(incomplete)}.`]
      : []),
    `In need are the ${percent(need.share)} of small areas with the highest score (${areas.need.title}, ` +
      `${areas.need.vintage}): a share of areas, not of people.`,
    `People are those of ${areas.people.vintage} (${areas.people.title}), not of the date asked about.`,
    ...rangeWords(need.sensitivity),
    ...(need.total.carried > 0
      ? [
          `${need.total.carried} of the areas in need have a score carried over a split, a merger or a redrawing of areas.`,
        ]
      : []),
    ...(unscored > 0
      ? [`${unscored} small areas have no score and are in no figure of need.`]
      : []),
    ...(need.total.peopleUnknown > 0
      ? [`Of ${need.total.peopleUnknown} areas in need the people are not known.`]
      : []),
    "An outline covers everybody on its ground, also where it is a whole district; whether what stands there is enough is not said.",
    "Best fit puts an area where a point inside it lies: no population-weighted centroid is loaded." +
      (edges > 0 ? ` The point of ${edges} lies on an edge and counts as covered.` : ""),
  ];
}
