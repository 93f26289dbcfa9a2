/** One initiative against one tier, opened: the reply of /api/v1/fit/{initiative}/{layer}. */
import type { FitByPeople, PeopleOfPair } from "../analysis/fit-by-people.ts";
import type { LayerFit } from "../analysis/fit-layer.ts";
import { type OpenedPair, openPair } from "../analysis/fit-pair.ts";
import type { SmallAreasUnder } from "../analysis/fit-people.ts";
import type { LoadedStudy } from "../analysis/load-study.ts";
import type { FitOpenedReply } from "../contract/fit-matrix.ts";
import { toPairReply } from "../contract/fit-reply.ts";
import { CLASS_REASONS, NO_PEOPLE_LOADED, NO_PEOPLE_REASONS } from "../contract/fit-words.ts";
import { printedArea } from "../contract/printed-area.ts";
import { type AmountOfPiece, amountOfAll } from "../core/fit/amount-of-pieces.ts";
import { metresOf } from "../core/geometry/shape-metres.ts";
import type { Db } from "../store/db.ts";
import { toCertificateReply } from "./certificate-reply.ts";
import { pairsOf, tierReply } from "./fit-matrix.ts";

/** What an opened pair is of; all numbers are those of the fit. */
export interface Opened {
  /** Index into `study.initiatives`, and the number of its outline among the bodies. */
  readonly initiative: number;
  readonly body: number;
  /** Index into the fit's pairs of the body, the largest J first. */
  readonly chosen: number;
}

/**
 * @param under the small areas, read once for all that are opened
 * @param toLonLat metres of stored ground to degrees, in place
 * @throws AppError certificate/failed
 */
export function fitOpened(
  db: Db,
  { study }: LoadedStudy,
  fit: LayerFit,
  byPeople: FitByPeople | undefined,
  { initiative, body, chosen }: Opened,
  under: SmallAreasUnder,
  toLonLat: (xy: Float64Array) => void,
): FitOpenedReply {
  const { tier, sources } = fit;
  const pairs = pairsOf(fit, body);
  const pair = pairs[chosen]!;
  const areaOf = (reference: number) => sources.areas[reference - sources.outlines.length]!;
  const area = areaOf(pair.reference);
  const opened = openPair(
    db,
    sources.outlines[body]!.id,
    area.boundary,
    tier.layer,
    tier.tolerance,
    under,
  );
  const named = study.initiatives[initiative]!;
  return {
    dataVersion: study.dataVersion,
    initiative: {
      id: named.id,
      name: named.name,
      programme: study.programmes[named.programme]!.code,
    },
    layer: tierReply(fit, study.dataVersion),
    reference: { code: area.place.code, name: area.place.name },
    pair: {
      ...toPairReply(pair, {
        nameOf: (source) => (source === body ? named.id : areaOf(source).place.code),
        hasOtherVintage: sources.otherVintage.length > 0,
      }),
      ...weightedOf(byPeople?.(fit, pair)),
    },
    class_reason: CLASS_REASONS[pair.class],
    others: pairs.map((other) => ({
      code: areaOf(other.reference).place.code,
      name: areaOf(other.reference).place.name,
      class: other.class,
      jaccard: other.overlap.jaccard ?? 0,
      body_in_reference: other.overlap.aInB ?? 0,
      reference_in_body: other.overlap.bInA ?? 0,
    })),
    gap: sumOf(opened, "gap"),
    overspill: sumOf(opened, "overspill"),
    people: peopleOf(opened),
    fragments: featuresOf(opened, toLonLat),
    ...moveOf(opened, sources.outlines[body]!.area_m2 ?? 0),
    certificate: toCertificateReply(opened.certificate, "EPSG:27700", [study.dataVersion]),
  };
}

/** The pair by people, as a fit of files with weights prints it. */
function weightedOf(people: PeopleOfPair | undefined): Pick<FitOpenedReply["pair"], "weighted"> {
  if (people === undefined) return {};
  const { body, reference, shared } = people;
  return {
    weighted: {
      intersection: shared,
      body,
      reference,
      gap: reference - shared,
      overspill: body - shared,
      jaccard: people.jaccard ?? null,
      body_in_reference: people.bodyInReference ?? null,
      reference_in_body: people.referenceInBody ?? null,
    },
  };
}

const whole = (people: number | undefined) => (people === undefined ? null : Math.round(people));

/** People, or why they are not known. */
function peopleReply(people: AmountOfPiece | undefined) {
  const reason =
    people === undefined ? NO_PEOPLE_LOADED : people.why && NO_PEOPLE_REASONS[people.why];
  return { people: whole(people?.amount), people_reason: reason ?? null };
}

function sumOf({ fragments, people }: OpenedPair, kind: "gap" | "overspill") {
  const own = fragments.filter(({ fragment }) => fragment.kind === kind);
  const all = people
    ? amountOfAll(own.map((one) => ({ of: one.people!, isSliver: one.fragment.sliver() })))
    : undefined;
  return {
    pieces: own.length,
    area_m2: printedArea(own.reduce((sum, { fragment }) => sum + fragment.area, 0)),
    ...peopleReply(all),
  };
}

function peopleOf({ people }: OpenedPair): FitOpenedReply["people"] {
  if (people === undefined) {
    return {
      set: null,
      title: null,
      vintage: null,
      rule: NO_PEOPLE_LOADED,
    };
  }
  const { set, layer } = people;
  return {
    set: set.id,
    title: set.title,
    vintage: set.vintage,
    rule: `People of each area of "${layer.title}" spread evenly over its ground.`,
  };
}

function featuresOf(
  { fragments, shapes, grid }: OpenedPair,
  toLonLat: (xy: Float64Array) => void,
): FitOpenedReply["fragments"] {
  const degrees = metresOf({ shapes, grid });
  toLonLat(degrees);
  const rounded = degrees.map((value) => Math.round(value * 1e7) / 1e7);
  const { polygonRing, ringVertex } = shapes;
  const features = fragments.map(({ fragment, people, mostlyIn }, i) => {
    const rings: number[][][] = [];
    for (let ring = polygonRing[i]!; ring < polygonRing[i + 1]!; ring++) {
      const positions: number[][] = [];
      for (let vertex = ringVertex[ring]!; vertex < ringVertex[ring + 1]!; vertex++) {
        positions.push([rounded[2 * vertex]!, rounded[2 * vertex + 1]!]);
      }
      rings.push([...positions, positions[0]!]);
    }
    return {
      type: "Feature" as const,
      id: `${fragment.kind}-${i + 1}`,
      properties: {
        kind: fragment.kind,
        area_m2: printedArea(fragment.area),
        width_m: Math.round(fragment.width() * 1000) / 1000,
        sliver: fragment.sliver(),
        ...peopleReply(people),
        mostly_in: mostlyIn ? { code: mostlyIn.place.code, name: mostlyIn.place.name } : null,
      },
      geometry: { type: "Polygon" as const, coordinates: rings },
    };
  });
  return { type: "FeatureCollection", ...boxOf(rounded), features };
}

function boxOf(degrees: Float64Array): { bbox?: number[] } {
  if (degrees.length === 0) return {};
  const box = [180, 90, -180, -90];
  for (let i = 0; i < degrees.length; i += 2) {
    box[0] = Math.min(box[0]!, degrees[i]!);
    box[1] = Math.min(box[1]!, degrees[i + 1]!);
    box[2] = Math.max(box[2]!, degrees[i]!);
    box[3] = Math.max(box[3]!, degrees[i + 1]!);
  }
  return { bbox: box };
}

function moveOf({ move }: OpenedPair, body: number): Pick<FitOpenedReply, "move" | "move_reason"> {
  if (move === undefined || body === 0) {
    return { move: null, move_reason: "No layer of smaller areas is loaded to move areas of." };
  }
  const { layer, areas, sizes } = move;
  const plan = move.plan();
  return {
    move: {
      layer: layer.id,
      title: layer.title,
      jaccard_before: plan.before,
      target: plan.target,
      reached: plan.isReached,
      steps: plan.moves.map(({ area, kind, jaccard }) => {
        const { place } = areas[area]!;
        const size = sizes[area]!;
        return {
          code: place.code,
          name: place.name,
          kind,
          area_m2: printedArea(
            kind === "add" ? size.gap + size.outside : size.shared + size.overspill,
          ),
          people: whole(size.people),
          jaccard,
        };
      }),
    },
    move_reason: null,
  };
}
