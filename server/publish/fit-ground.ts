/** Gap and overspill of the bodies of a question against one tier: what /api/v1/fit/ground answers. */
import type { CutPair } from "../analysis/cut-pair.ts";
import type { LayerFit } from "../analysis/fit-layer.ts";
import type { LoadedStudy } from "../analysis/load-study.ts";
import type { FitGroundReply } from "../contract/fit-ground.ts";
import { printedArea } from "../contract/printed-area.ts";
import { questionParams } from "../contract/question.ts";
import { metresOf } from "../core/geometry/shape-metres.ts";
import type { Question } from "../core/hotspots/question.ts";
import { selectedList } from "../core/hotspots/selection.ts";
import type { StudyIndex } from "../core/hotspots/study-index.ts";
import { STORE_GRID } from "../store/geometry-codec.ts";
import { type MatrixPair, matrixPairs } from "./fit-matrix.ts";

/** More bodies than this would keep a reader waiting: a programme has to be chosen first. */
export const MOST_BODIES = 100;

const RULE =
  "Gap is ground of the closest area of the tier that the body does not hold, overspill ground of the body outside that area; never netted. Pieces no wider than drawing error (slivers) are counted apart and not drawn.";

type Body = FitGroundReply["bodies"][number];
type Feature = FitGroundReply["ground"]["features"][number];

export interface GroundSources {
  readonly loaded: LoadedStudy;
  readonly index: StudyIndex;
  /** The ground of one pair, cut anew or remembered. */
  readonly cut: (outline: number, area: number, tolerance: number) => CutPair;
  /** Metres of stored ground to degrees, in place. */
  readonly toLonLat: (xy: Float64Array) => void;
}

export function fitGround(
  sources: GroundSources,
  question: Question,
  fit: LayerFit,
): FitGroundReply {
  const { loaded, index } = sources;
  const pairs = matrixPairs(loaded, question, [fit]);
  const tooMany = pairs.length > MOST_BODIES;
  const found = tooMany ? [] : pairs.map((pair, body) => bodyOf(sources, pair, body));
  const { layer, tolerance } = fit.tier;
  return {
    dataVersion: loaded.study.dataVersion,
    question: { ...Object.fromEntries(questionParams(question)), layer: layer.id },
    layer: {
      id: layer.id,
      title: layer.title,
      vintage: layer.vintage,
      grade: layer.grade,
      tolerance_m: tolerance,
    },
    rule: RULE,
    too_many: tooMany ? pairs.length : null,
    most: MOST_BODIES,
    without: selectedList(index, question).length - pairs.length,
    bodies: found.map(({ body }) => body),
    ground: { type: "FeatureCollection", features: found.flatMap(({ features }) => features) },
  };
}

function bodyOf(sources: GroundSources, { initiative, fit, pair }: MatrixPair, at: number) {
  const { study } = sources.loaded;
  const { outlines, areas } = fit.sources;
  const outline = outlines[pair.body]!;
  const { boundary, place } = areas[pair.reference - outlines.length]!;
  const named = study.initiatives.find(({ id }) => id === initiative)!;
  const cut = sources.cut(outline.id, boundary, fit.tier.tolerance);
  const real = cut.fragments.map((fragment) => !fragment.sliver());
  const sum = (holds: (i: number) => boolean) => {
    const own = cut.fragments.filter((_, i) => holds(i));
    const area = own.reduce((all, fragment) => all + fragment.area, 0);
    return { pieces: own.length, area_m2: printedArea(area) };
  };
  const kind = (i: number) => cut.fragments[i]!.kind;
  const body: Body = {
    initiative,
    name: named.name,
    programme: study.programmes[named.programme]!.code,
    grade: outline.grade,
    reference: { code: place.code, name: place.name },
    class: pair.class,
    gap: sum((i) => real[i]! && kind(i) === "gap"),
    overspill: sum((i) => real[i]! && kind(i) === "overspill"),
    slivers: sum((i) => !real[i]),
  };
  return { body, features: featuresOf(cut, at, sources.toLonLat).filter((_, i) => real[i]) };
}

function featuresOf(
  { fragments, shapes }: CutPair,
  body: number,
  toLonLat: (xy: Float64Array) => void,
): Feature[] {
  const degrees = metresOf({ shapes, grid: STORE_GRID });
  toLonLat(degrees);
  const { polygonRing, ringVertex } = shapes;
  const ringOf = (ring: number): number[][] => {
    const positions: number[][] = [];
    for (let vertex = ringVertex[ring]!; vertex < ringVertex[ring + 1]!; vertex++) {
      const [lon, lat] = [degrees[2 * vertex]!, degrees[2 * vertex + 1]!].map(rounded);
      const before = positions.at(-1);
      if (before?.[0] !== lon || before?.[1] !== lat) positions.push([lon!, lat!]);
    }
    return [...positions, positions[0]!];
  };
  return fragments.map(({ kind, area }, i) => ({
    type: "Feature",
    properties: { kind, body, area_m2: printedArea(area) },
    geometry: {
      type: "Polygon",
      coordinates: Array.from({ length: polygonRing[i + 1]! - polygonRing[i]! }, (_, ring) =>
        ringOf(polygonRing[i]! + ring),
      ).filter((ring) => ring.length > 3),
    },
  }));
}

const rounded = (degree: number) => Math.round(degree * 1e5) / 1e5;
