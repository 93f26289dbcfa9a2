import type { PolygonFeature } from "./formats/format.ts";

/** Features laid end to end, so that they pass between threads as a few arrays. */
export interface FeaturePack {
  readonly ids: readonly (string | undefined)[];
  readonly properties: readonly Readonly<Record<string, unknown>>[];
  readonly openRings: readonly number[];
  /** Of all features, one after the other. */
  readonly xy: Float64Array<ArrayBuffer>;
  readonly ringVertex: Int32Array<ArrayBuffer>;
  readonly polygonRing: Int32Array<ArrayBuffer>;
  /** Feature -> how many entries it has in each of the three. */
  readonly lengths: readonly (readonly [xy: number, rings: number, polygons: number])[];
}

/**
 * Lays features end to end, those that already lie so as they are. Their positions are left out: see
 * {@link unpackFeatures}.
 */
export function packFeatures(features: readonly PolygonFeature[]): FeaturePack {
  const lying = endToEnd(features);
  const xy = lying ?? new Float64Array(sum(features, (feature) => feature.xy.length));
  const ringVertex = new Int32Array(sum(features, (feature) => feature.ringVertex.length));
  const polygonRing = new Int32Array(sum(features, (feature) => feature.polygonRing.length));
  const at = [0, 0, 0];
  const lengths = features.map((feature) => {
    if (lying === undefined) xy.set(feature.xy, at[0]);
    ringVertex.set(feature.ringVertex, at[1]);
    polygonRing.set(feature.polygonRing, at[2]);
    const own = lengthsOf(feature);
    own.forEach((length, i) => {
      at[i]! += length;
    });
    return own;
  });
  return {
    ids: features.map(({ id }) => id),
    properties: features.map(({ properties }) => properties),
    openRings: features.map(({ openRings }) => openRings),
    xy,
    ringVertex,
    polygonRing,
    lengths,
  };
}

/** The coordinates of features as one array, where they lie one after the other in one. */
function endToEnd(features: readonly PolygonFeature[]): Float64Array<ArrayBuffer> | undefined {
  const [first] = features;
  if (first === undefined || !(first.xy.buffer instanceof ArrayBuffer)) return undefined;
  const { buffer, byteOffset } = first.xy;
  let end = byteOffset;
  for (const { xy } of features) {
    if (xy.buffer !== buffer || xy.byteOffset !== end) return undefined;
    end += xy.byteLength;
  }
  return new Float64Array(buffer, byteOffset, (end - byteOffset) / Float64Array.BYTES_PER_ELEMENT);
}

/** The features of packs that follow each other in a file, numbered from 0. */
export function unpackFeatures(packs: readonly FeaturePack[]): PolygonFeature[] {
  const features: PolygonFeature[] = [];
  for (const { ids, properties, openRings, xy, ringVertex, polygonRing, lengths } of packs) {
    let [atXy, atRing, atPolygon] = [0, 0, 0];
    lengths.forEach(([ofXy, ofRing, ofPolygon], i) => {
      features.push({
        index: features.length,
        id: ids[i],
        properties: properties[i]!,
        xy: xy.subarray(atXy, atXy + ofXy),
        ringVertex: ringVertex.subarray(atRing, atRing + ofRing),
        polygonRing: polygonRing.subarray(atPolygon, atPolygon + ofPolygon),
        openRings: openRings[i]!,
      });
      atXy += ofXy;
      atRing += ofRing;
      atPolygon += ofPolygon;
    });
  }
  return features;
}

const lengthsOf = ({ xy, ringVertex, polygonRing }: PolygonFeature) =>
  [xy.length, ringVertex.length, polygonRing.length] as const;

const sum = (features: readonly PolygonFeature[], of: (feature: PolygonFeature) => number) =>
  features.reduce((total, feature) => total + of(feature), 0);
