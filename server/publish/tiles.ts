/** Vector tiles: shapes projected once, thinned once a zoom without opening gaps, cut on demand. */
import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Feature, FeatureCollection, MultiPolygon, Position } from "geojson";
import type { Shapes } from "../core/overlay/model.ts";
import { polygonsOfShapes } from "./exports/ground.ts";
import { vertexWeights } from "./vertex-weights.ts";

export const TILE_LAYERS = ["cells", "places", "land", "need"] as const;
export type TileLayer = (typeof TILE_LAYERS)[number];

/** From here on tiles hold every vertex; a map may enlarge tiles of this zoom. */
export const DETAIL_ZOOM = 12;
export const MAX_TILE_ZOOM = 14;
const EXTENT = 4096;
/** Half a pixel of a tile shown at 512 pixels. */
const TOLERANCE = 4 / EXTENT;
const BUFFER = 64;
/** Encoded tiles kept, by bytes. */
const CACHE_BYTES = 64 << 20;

export interface TileSource {
  readonly layer: TileLayer;
  readonly shapes: Shapes;
  /** Longitude and latitude of every vertex by turns. */
  readonly lonLat: Float64Array;
  /** What shape n carries; its id is n. */
  readonly properties: readonly Readonly<Record<string, string | number>>[];
}

export interface Tiles {
  /** An encoded tile, or nothing where it would be empty. */
  readonly tile: (z: number, x: number, y: number) => Uint8Array | undefined;
}

/**
 * Tiles of one layer. Each zoom's index is made when its first tile is asked for; encoded tiles are
 * kept up to a bound, the least recently asked for going first.
 */
export function tilesOf(source: TileSource): Tiles {
  const xy = unitSquare(source.lonLat);
  let weights: Float64Array | undefined;
  const indexes = new Map<number, GeoJSONVT>();
  const indexAt = (zoom: number): GeoJSONVT => {
    const level = Math.min(zoom, DETAIL_ZOOM);
    let index = indexes.get(level);
    if (!index) {
      weights ??= vertexWeights(source.shapes, xy);
      const least = level < DETAIL_ZOOM ? (TOLERANCE / 2 ** level) ** 2 : -1;
      const maxZoom = level < DETAIL_ZOOM ? level : MAX_TILE_ZOOM;
      index = indexOf(collection(source, xy, weights, least), maxZoom);
      indexes.set(level, index);
    }
    return index;
  };
  const cache = new Map<string, Uint8Array | undefined>();
  let held = 0;
  return {
    tile(z, x, y) {
      const key = `${z}/${x}/${y}`;
      const known = cache.has(key);
      const bytes = known ? cache.get(key) : encode(source.layer, indexAt(z), z, x, y);
      cache.delete(key);
      cache.set(key, bytes);
      if (!known) held += bytes?.length ?? 0;
      for (const [oldest, tile] of cache) {
        if (held <= CACHE_BYTES) break;
        cache.delete(oldest);
        held -= tile?.length ?? 0;
      }
      return bytes;
    },
  };
}

function encode(layer: TileLayer, index: GeoJSONVT, z: number, x: number, y: number) {
  const tile = index.getTile(z, x, y);
  if (!tile || tile.features.length === 0) return undefined;
  return fromGeojsonVt({ [layer]: tile }, { version: 2, extent: EXTENT });
}

/** Our thinning is done already, so theirs is off: it would work ring by ring and open gaps. */
function indexOf(data: FeatureCollection, maxZoom: number): GeoJSONVT {
  return new GeoJSONVT(data, {
    maxZoom,
    indexMaxZoom: Math.min(maxZoom, 5),
    tolerance: 0,
    extent: EXTENT,
    buffer: BUFFER,
    coordinates: "unitSquare",
    wrap: false,
  });
}

/** Web Mercator in the unit square, y downward. */
function unitSquare(lonLat: Float64Array): Float64Array {
  const xy = new Float64Array(lonLat.length);
  for (let i = 0; i < xy.length; i += 2) {
    const sine = Math.sin((lonLat[i + 1]! * Math.PI) / 180);
    xy[i] = lonLat[i]! / 360 + 0.5;
    xy[i + 1] = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }
  return xy;
}

/** @param least vertices of no more weight are left out; rings that keep fewer than three too */
function collection(
  { shapes, properties }: TileSource,
  xy: Float64Array,
  weights: Float64Array,
  least: number,
): FeatureCollection {
  const { polygonRing, ringVertex } = shapes;
  const ringOf = (ring: number): Position[] => {
    const positions: Position[] = [];
    for (let v = ringVertex[ring]!; v < ringVertex[ring + 1]!; v++) {
      if (weights[v]! > least) positions.push([xy[2 * v]!, xy[2 * v + 1]!]);
    }
    if (positions.length > 0) positions.push(positions[0]!);
    return positions;
  };
  const polygonOf = (polygon: number): Position[][] => {
    const rings: Position[][] = [];
    for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
      const positions = ringOf(ring);
      if (positions.length >= 4) rings.push(positions);
      else if (ring === polygonRing[polygon]) return [];
    }
    return rings;
  };
  const features = polygonsOfShapes(shapes).flatMap((polygons, id): Feature<MultiPolygon>[] => {
    const coordinates = polygons.map(polygonOf).filter((rings) => rings.length > 0);
    if (coordinates.length === 0) return [];
    const geometry = { type: "MultiPolygon" as const, coordinates };
    return [{ type: "Feature", id, properties: { ...properties[id] }, geometry }];
  });
  return { type: "FeatureCollection", features };
}
