/** Initiatives against every tier, as /api/v1/fit and the export of coterminosity tell it. */

import { selectOutlines } from "../analysis/analyse-question.ts";
import type { FitByPeople } from "../analysis/fit-by-people.ts";
import type { FoundPair, LayerFit } from "../analysis/fit-layer.ts";
import type { LoadedStudy } from "../analysis/load-study.ts";
import type { FitMatrixReply, FitOpenedReply } from "../contract/fit-matrix.ts";
import { causeReason } from "../contract/fit-reply.ts";
import { CLASS_REASONS } from "../contract/fit-words.ts";
import { questionParams } from "../contract/question.ts";
import { degreeOfFit } from "../core/fit/degree-of-fit.ts";
import type { BodyFit } from "../core/fit/fit-sets.ts";
import { type Question, selectsInitiative } from "../core/hotspots/question.ts";
import type { StudyIndex } from "../core/hotspots/study-index.ts";
import { summarise } from "../core/hotspots/summary.ts";
import { toCertificateReply } from "./certificate-reply.ts";
import { whyNoVerdict } from "./fit-verdict.ts";

export type MatrixBody = FitMatrixReply["bodies"][number];
export type MatrixCell = MatrixBody["cells"][number];

/** Id of an initiative -> the boundary that is drawn of it on the question's date. */
export function boundariesOn(loaded: LoadedStudy, question: Question): ReadonlyMap<string, number> {
  const { study, boundaryOf } = loaded;
  return new Map(
    selectOutlines(loaded, question).map((outline) => [
      study.initiatives[study.outlines[outline]!.initiative]!.id,
      boundaryOf[outline]!,
    ]),
  );
}

/** The pair of a boundary with the area of the layer that it is closest to. */
export function closestPair(
  { sources, bodies, pairs }: LayerFit,
  boundary: number | undefined,
): FoundPair | undefined {
  const closest = bodies[sources.outlines.findIndex(({ id }) => id === boundary)]?.closest;
  return closest === undefined ? undefined : pairs[closest];
}

export function fitMatrix(
  loaded: LoadedStudy,
  index: StudyIndex,
  question: Question,
  fits: readonly LayerFit[],
  byPeople: FitByPeople | undefined,
): FitMatrixReply {
  const { study } = loaded;
  const boundaries = boundariesOn(loaded, question);
  const bodies = study.initiatives.flatMap((initiative, i): MatrixBody[] => {
    if (!selectsInitiative(study, question, i)) return [];
    const programme = study.programmes[initiative.programme]!;
    const boundary = boundaries.get(initiative.id);
    const drawn = fits[0]?.sources.outlines.find(({ id }) => id === boundary);
    return [
      {
        initiative: initiative.id,
        name: initiative.name,
        programme: programme.code,
        programmeName: programme.name,
        grade: drawn?.grade ?? null,
        accuracy_m: drawn?.accuracy_m ?? null,
        cells: fits.map((fit) => cellOf(fit, initiative.missing, boundary, byPeople)),
      },
    ];
  });
  return {
    dataVersion: study.dataVersion,
    question: Object.fromEntries(questionParams(question)),
    tiers: fits.map((fit) => ({
      ...tierReply(fit, study.dataVersion),
      ...degreesOf(fit, bodiesAsked(fit, bodies, boundaries), byPeople),
    })),
    has_people: byPeople !== undefined,
    bodies,
    incomplete: summarise(index, question, []).incomplete.map(
      (programme) => study.programmes[programme]!.name,
    ),
  };
}

/** Numbers among a layer's bodies of those that have a verdict. */
function bodiesAsked(
  { tier, sources }: LayerFit,
  bodies: readonly MatrixBody[],
  boundaries: ReadonlyMap<string, number>,
): number[] {
  return bodies.flatMap(({ initiative, cells }) => {
    const judged = cells.some(({ layer, class: of }) => layer === tier.layer.id && of !== null);
    const boundary = boundaries.get(initiative);
    return judged ? [sources.outlines.findIndex(({ id }) => id === boundary)] : [];
  });
}

/** M-C8 of the bodies in a layer, by ground and by people; by people of those whose people are known. */
function degreesOf(fit: LayerFit, bodies: readonly number[], byPeople: FitByPeople | undefined) {
  const largest = (shareOf: (pair: FoundPair) => number | undefined) =>
    bodies.flatMap((body) => {
      const own = fit.pairs.filter((pair) => pair.body === body);
      const shares = own.map(shareOf);
      return shares.includes(undefined) ? [] : [Math.max(0, ...(shares as number[]))];
    });
  const people = byPeople && largest((pair) => byPeople(fit, pair)?.bodyInReference);
  return {
    degree: degreeOfFit(largest(({ overlap }) => overlap.aInB)) ?? null,
    degree_people: (people && degreeOfFit(people)) ?? null,
    bodies: bodies.length,
    bodies_peopled: people?.length ?? 0,
  };
}

export function tierReply(
  { tier: { layer, otherVintage, land, tolerance }, certificate }: LayerFit,
  dataVersion: string,
): FitOpenedReply["layer"] {
  return {
    id: layer.id,
    title: layer.title,
    vintage: layer.vintage,
    grade: layer.grade,
    accuracy_m: layer.accuracy ?? null,
    areas: layer.areas,
    tolerance_m: tolerance,
    other_vintage: otherVintage?.id ?? null,
    land: land?.id ?? null,
    certificate: toCertificateReply(certificate, "EPSG:27700", [dataVersion]),
  };
}

/** A body's pairs with one layer, the largest J first. */
export function pairsOf({ pairs }: LayerFit, body: number): readonly FoundPair[] {
  return pairs
    .filter((pair) => pair.body === body)
    .sort((a, b) => (b.overlap.jaccard ?? 0) - (a.overlap.jaccard ?? 0));
}

function cellOf(
  fit: LayerFit,
  missing: readonly string[],
  boundary: number | undefined,
  byPeople: FitByPeople | undefined,
): MatrixCell {
  const { tier, sources, bodies } = fit;
  const body = sources.outlines.findIndex(({ id }) => id === boundary);
  const why = whyNoVerdict(missing, sources.outlines[body]);
  if (why !== undefined) return without(tier.layer.id, why);
  return judged(fit, bodies[body]!, byPeople);
}

const without = (layer: string, reason: string): MatrixCell => ({
  layer,
  class: null,
  reference: null,
  jaccard: null,
  jaccard_people: null,
  cause: null,
  reason,
  whole: 0,
  made_of_whole: false,
  shares_ground_with: 0,
});

function judged(fit: LayerFit, found: BodyFit, byPeople: FitByPeople | undefined): MatrixCell {
  const { tier, sources, pairs } = fit;
  const closest = found.closest === undefined ? undefined : pairs[found.closest]!;
  const place = closest && sources.areas[closest.reference - sources.outlines.length]!.place;
  return {
    layer: tier.layer.id,
    class: found.class,
    reference: place ? { code: place.code, name: place.name } : null,
    jaccard: closest?.overlap.jaccard ?? null,
    jaccard_people: (closest && byPeople?.(fit, closest)?.jaccard) ?? null,
    cause: closest?.cause ?? null,
    reason: closest
      ? causeReason(closest, sources.otherVintage.length > 0)
      : CLASS_REASONS[found.class],
    whole: found.whole,
    made_of_whole: found.madeOfWhole,
    shares_ground_with: pairs.filter(({ body }) => body === found.body).length,
  };
}

/** An initiative's closest pair with one layer. */
export interface MatrixPair {
  readonly initiative: string;
  readonly fit: LayerFit;
  readonly pair: FoundPair;
}

/**
 * The pairs whose gap and overspill mean something: the closest one of each initiative and layer,
 * where most of one lies in the other or the two nearly match, and none is made of whole areas.
 */
export function matrixPairs(
  loaded: LoadedStudy,
  question: Question,
  fits: readonly LayerFit[],
): MatrixPair[] {
  const { study, boundaryOf } = loaded;
  return selectOutlines(loaded, question).flatMap((outline) =>
    fits.flatMap((fit): MatrixPair[] => {
      const body = fit.sources.outlines.findIndex(({ id }) => id === boundaryOf[outline]);
      const { id, missing } = study.initiatives[study.outlines[outline]!.initiative]!;
      if (whyNoVerdict(missing, fit.sources.outlines[body]) !== undefined) return [];
      const { closest, madeOfWhole } = fit.bodies[body]!;
      const pair = closest === undefined ? undefined : fit.pairs[closest];
      return !pair || madeOfWhole || pair.why === "apart" ? [] : [{ initiative: id, fit, pair }];
    }),
  );
}
