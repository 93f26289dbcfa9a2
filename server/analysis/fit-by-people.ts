/** Who lives on every outline, on every area of the tiers, and on what each two of them share. */
import { knownAmounts } from "../core/fit/known-amounts.ts";
import { overlapOf } from "../core/fit/overlap.ts";
import type { Share } from "../core/units.ts";
import type { Db } from "../store/db.ts";
import { fitTable } from "../store/fit.ts";
import { placeTable } from "../store/place.ts";
import { type AnalyseOptions, certifiedPartition } from "./certified.ts";
import { analysisKey, loadedVersion } from "./data-version.ts";
import type { FoundPair, LayerFit } from "./fit-layer.ts";
import { peopleLayer } from "./fit-people.ts";
import { shapesOf } from "./sources.ts";

/** By boundary, as the store numbers them. What is not known is not in it. */
interface Found {
  readonly people: readonly (readonly [boundary: number, people: number])[];
  /** Layer -> its pairs. */
  readonly shared: Readonly<
    Record<string, readonly (readonly [body: number, area: number, people: number])[]>
  >;
}

/** A pair by the people on its ground (M-W1). */
export interface PeopleOfPair {
  readonly body: number;
  readonly reference: number;
  readonly shared: number;
  readonly jaccard: Share | undefined;
  readonly bodyInReference: Share | undefined;
  readonly referenceInBody: Share | undefined;
}

/** @returns `undefined` where the people of either side are not known */
export type FitByPeople = (fit: LayerFit, pair: FoundPair) => PeopleOfPair | undefined;

/**
 * People by area split over all tiers at once: one partition of the outlines, the tiers and the small
 * areas, stored under its hash where the database may be written.
 *
 * @returns `undefined` where no people are loaded whose areas are loaded too
 * @throws AppError store/empty, certificate/failed, store/locked, work/cancelled
 */
export function fitByPeople(
  db: Db,
  fits: readonly LayerFit[],
  options: AnalyseOptions = {},
): FitByPeople | undefined {
  const found = foundPeople(db, fits, options);
  if (found === undefined) return undefined;
  const people = new Map(found.people);
  const shared = new Map(
    Object.entries(found.shared).map(([layer, pairs]) => [
      layer,
      new Map(pairs.map(([body, area, amount]) => [`${body} ${area}`, amount])),
    ]),
  );
  return ({ tier, sources }, pair) => {
    const body = sources.outlines[pair.body]!.id;
    const area = areaOf(sources, pair);
    const [ofBody, ofArea] = [people.get(body), people.get(area)];
    const both = shared.get(tier.layer.id)?.get(`${body} ${area}`);
    if (ofBody === undefined || ofArea === undefined || both === undefined) return undefined;
    const { jaccard, aInB, bInA } = overlapOf(ofBody, ofArea, both);
    return {
      body: ofBody,
      reference: ofArea,
      shared: both,
      jaccard,
      bodyInReference: aInB,
      referenceInBody: bInA,
    };
  };
}

const areaOf = ({ areas, outlines }: LayerFit["sources"], { reference }: FoundPair) =>
  areas[reference - outlines.length]!.boundary;

function foundPeople(
  db: Db,
  fits: readonly LayerFit[],
  options: AnalyseOptions,
): Found | undefined {
  const units = peopleLayer(db);
  if (units === undefined || fits.length === 0) return undefined;
  const dataVersion = loadedVersion(db);
  const { layer } = units;
  const key = analysisKey(dataVersion, "fit-by-people", { layer: layer.id, set: units.set.id });
  const table = fitTable<Found>(db);
  const stored = table.find(key);
  if (stored) return stored.fit;
  const unitAreas = placeTable(db).ofLayer(layer.id);
  const boundaries = new Set(
    fits.flatMap(({ sources: { outlines, areas } }) => [
      ...outlines.map(({ id }) => id),
      ...areas.map(({ boundary }) => boundary),
    ]),
  );
  const sources = [...boundaries];
  const result = certifiedPartition(
    shapesOf(db, [...sources, ...unitAreas.map(({ boundary }) => boundary)]),
    options,
  );
  const amounts = knownAmounts(
    result,
    { from: sources.length, to: result.sourceCount },
    unitAreas.map(({ place }) => units.people.get(place.code)),
  );
  const at = new Map(sources.map((boundary, source) => [boundary, source]));
  const fit: Found = {
    people: sources.flatMap((boundary, source) => {
      const people = amounts.of(source);
      return people === undefined ? [] : [[boundary, people] as const];
    }),
    shared: Object.fromEntries(
      fits.map(({ tier, sources: of, pairs }) => [
        tier.layer.id,
        pairs.flatMap((pair) => {
          const [body, area] = [of.outlines[pair.body]!.id, areaOf(of, pair)];
          const people = amounts.shared(at.get(body)!, at.get(area)!);
          return people === undefined ? [] : [[body, area, people] as const];
        }),
      ]),
    ),
  };
  const { certificate, repairs } = result;
  if (!db.readonly) {
    table.add({ key, dataVersion, layer: layer.id, certificate, repairs, fit });
  }
  return fit;
}
