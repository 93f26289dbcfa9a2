/** The shape of a map layer: data that the style is built from. */
import type { LayerSpecification, SourceSpecification } from "maplibre-gl";
import type { Palette } from "../palette.ts";

/** Where the ground comes from. */
export interface Ground {
  /** Address of the page, without a slash at the end: addresses in a style must be absolute. */
  readonly origin: string;
  readonly dataVersion: string;
}

export interface MapLayer {
  /** In the style's sources; never renamed. */
  readonly id: string;
  readonly label: string;
  readonly source: (ground: Ground) => SourceSpecification;
  /** Bottom first. */
  readonly layers: (palette: Palette) => readonly LayerSpecification[];
  /** Left out of the enlarged inset. */
  readonly mainMapOnly?: true;
}

/** Vector tiles of one of the server's tile layers; its features are known by `idProperty`. */
export const tiles = (
  layer: string,
  { origin, dataVersion }: Ground,
  idProperty?: string,
): SourceSpecification => ({
  type: "vector",
  tiles: [`${origin}/tiles/${layer}/{z}/{x}/{y}.mvt?v=${encodeURIComponent(dataVersion)}`],
  minzoom: 0,
  maxzoom: MAX_TILE_ZOOM,
  ...(idProperty === undefined ? {} : { promoteId: { [layer]: idProperty } }),
});

/** Beyond this the tiles are enlarged: they are exact enough to a few metres. */
export const MAX_TILE_ZOOM = 10;
