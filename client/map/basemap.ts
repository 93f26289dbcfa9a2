/** A map from elsewhere, under ours: only where the server was set up with one. */
import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";

export type Basemap =
  | { readonly kind: "tiles"; readonly template: string }
  | { readonly kind: "style"; readonly address: string; readonly style: StyleSpecification };

/** Whether an address is of tiles; else it is of a style. */
export const isTileTemplate = (address: string) =>
  ["{z}", "{x}", "{y}"].every((part) => address.includes(part));

/** Whose map it is, to be named on it; what a style says of itself stands beside. */
export const basemapHost = (basemap: Basemap) =>
  new URL(basemap.kind === "tiles" ? basemap.template : basemap.address).host;

/** Our ground lets the map under it through; the numerals keep saying the depth. */
const SEE_THROUGH = 0.6;
/** Ours that a basemap draws better. */
const REPLACED = ["land"];

/** Our style with a basemap under it. Ids of theirs get a prefix, so that none meets ours. */
export function overBasemap(
  ours: StyleSpecification,
  basemap: Basemap | undefined,
): StyleSpecification {
  if (!basemap) return ours;
  const theirs = basemap.kind === "tiles" ? ofTiles(basemap.template) : ofStyle(basemap);
  const sources = Object.entries(ours.sources).filter(([id]) => !REPLACED.includes(id));
  const [sea, ...rest] = ours.layers.filter(
    (layer) => !("source" in layer && REPLACED.includes(String(layer.source))),
  );
  const above = rest.map(
    (layer): LayerSpecification =>
      layer.id === "depth-fill" && layer.type === "fill"
        ? { ...layer, paint: { ...layer.paint, "fill-opacity": SEE_THROUGH } }
        : layer,
  );
  return {
    ...ours,
    ...(theirs.glyphs === undefined ? {} : { glyphs: theirs.glyphs }),
    ...(theirs.sprite === undefined ? {} : { sprite: theirs.sprite }),
    sources: { ...theirs.sources, ...Object.fromEntries(sources) },
    layers: [sea!, ...theirs.layers, ...above],
  };
}

type Part = Pick<StyleSpecification, "sources" | "layers" | "glyphs" | "sprite">;

const PREFIX = "basemap-";

function ofTiles(template: string): Part {
  const id = `${PREFIX}tiles`;
  return {
    sources: { [id]: { type: "raster", tiles: [template], tileSize: 256 } },
    layers: [{ id, type: "raster", source: id }],
  };
}

/** A style's parts, with addresses that hold from anywhere. */
function ofStyle({ address, style }: Extract<Basemap, { kind: "style" }>): Part {
  const absolute = (path: string) =>
    new URL(path, address).href.replaceAll("%7B", "{").replaceAll("%7D", "}");
  const sources = Object.entries(style.sources).map(([id, source]) => [
    PREFIX + id,
    withAddresses(source, absolute),
  ]);
  const layers = style.layers.map((layer): LayerSpecification => {
    const id = PREFIX + layer.id;
    return "source" in layer ? { ...layer, id, source: PREFIX + layer.source } : { ...layer, id };
  });
  const { glyphs, sprite } = style;
  return {
    sources: Object.fromEntries(sources),
    layers,
    ...(glyphs === undefined ? {} : { glyphs: absolute(glyphs) }),
    ...(sprite === undefined ? {} : { sprite: spriteAt(sprite, absolute) }),
  };
}

function withAddresses(
  source: SourceSpecification,
  absolute: (path: string) => string,
): SourceSpecification {
  return {
    ...source,
    ...("url" in source && source.url !== undefined ? { url: absolute(source.url) } : {}),
    ...("tiles" in source && source.tiles ? { tiles: source.tiles.map(absolute) } : {}),
    ...("data" in source && typeof source.data === "string" ? { data: absolute(source.data) } : {}),
  };
}

const spriteAt = (
  sprite: NonNullable<StyleSpecification["sprite"]>,
  absolute: (path: string) => string,
) =>
  typeof sprite === "string"
    ? absolute(sprite)
    : sprite.map(({ id, url }) => ({ id, url: absolute(url) }));
