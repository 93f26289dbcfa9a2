/** The points of the counts layer: one a place that has something to say. */
import type { PlaceRow } from "../../server/core/hotspots/ranking.ts";
import type { Place } from "../../server/core/model.ts";
import { numeral } from "../format.ts";
import { metricClass, type PlaceMetric } from "../metrics.ts";
import { UNKNOWN_CLASS } from "../view.ts";
import { discRadius } from "./hatch.ts";

/** A numeral is written once its place is this many pixels wide and high. */
const FITS_PIXELS = 16;
/** Where nothing covers, the disc says enough until the map is this much closer. */
const BARE_LATER = 1.5;
/** Pixels the world is wide at zoom 0. */
const WORLD = 512;
const TEXT_SIZE = 11;

export interface CountProperties {
  readonly place: number;
  readonly name: string;
  /** Or the class of the figure that is shown: from 4 up the ground is dark. */
  readonly covers: number;
  readonly within: number;
  readonly numeral: string;
  /** Among the leading places, so named at every zoom. */
  readonly named: boolean;
  /** Smaller is placed first where labels would collide. */
  readonly order: number;
  /** The zoom at which the place is large enough for its numeral. */
  readonly fits: number;
  /** Where the text may stand around the disc: anchors with their offsets in ems. */
  readonly anchors: readonly (string | readonly [number, number])[];
}

/** A GeoJSON collection of points. */
export interface CountPoints {
  type: "FeatureCollection";
  features: {
    type: "Feature";
    geometry: { type: "Point"; coordinates: number[] };
    properties: CountProperties & Record<string, unknown>;
  }[];
}

/**
 * @param rows the places that the legend leaves in, best first
 * @param metric what places are coloured by, where it is not depth
 * @param named how many places are named while the whole country is in sight
 */
export function countPoints(
  places: readonly Place[],
  rows: readonly PlaceRow[],
  named: number,
  metric?: PlaceMetric,
): CountPoints {
  const features = rows
    .map((row) => labelOf(row, metric))
    .filter((label) => label.any)
    .map(({ place, covers, within, numeral }, order) => {
      const { lon, lat, name, bounds } = places[place]!;
      return {
        type: "Feature" as const,
        geometry: { type: "Point" as const, coordinates: [lon, lat] },
        properties: {
          place,
          name,
          covers,
          within,
          numeral,
          named: order < named,
          order,
          fits: fitsFrom(bounds) + (covers === 0 ? BARE_LATER : 0),
          anchors: anchorsAround(within),
        },
      };
    });
  return { type: "FeatureCollection", features };
}

/** Under a metric of places its own figure, else what covers and what lies within. */
function labelOf(row: PlaceRow, metric: PlaceMetric | undefined) {
  const { place, covers, within, touches } = row;
  if (!metric)
    return {
      place,
      covers,
      within,
      any: covers + within + touches > 0,
      numeral: numeral(covers, within),
    };
  const at = metricClass(metric, row);
  if (at === UNKNOWN_CLASS) return { place, covers: 0, within: 0, any: false, numeral: "" };
  return { place, covers: at, within: 0, any: at > 0, numeral: metric.figure(row) };
}

/** The zoom at which bounds are at least {@link FITS_PIXELS} in both directions. */
export function fitsFrom([west, south, east, north]: Place["bounds"]): number {
  const stretch = 1 / Math.cos((((south + north) / 2) * Math.PI) / 180);
  const degrees = Math.min(east - west, (north - south) * stretch);
  return Math.log2((FITS_PIXELS * 360) / (WORLD * Math.max(degrees, 1e-6)));
}

function anchorsAround(within: number): (string | [number, number])[] {
  if (within === 0) return ["center", [0, 0], "left", [0.3, 0], "right", [-0.3, 0]];
  const gap = (discRadius(within) + 2) / TEXT_SIZE;
  return [...["left", [gap, 0], "right", [-gap, 0]], ...["top", [0, gap], "bottom", [0, -gap]]] as (
    | string
    | [number, number]
  )[];
}
