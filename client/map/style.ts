/** The style of a map: every layer of the registry over the sea's colour. */
import type { StyleSpecification } from "maplibre-gl";
import { BOLD_FONT, FONT } from "./layers/counts.ts";
import type { Ground, MapLayer } from "./layers/map-layer.ts";
import type { Palette } from "./palette.ts";

/** Addresses of font files, absolute. */
export interface Fonts {
  readonly regular: string;
  readonly regularExtended: string;
  readonly bold: string;
  readonly boldExtended: string;
}

const LATIN = "U+0000-00FF";
const LATIN_EXTENDED = "U+0100-024F";

/** No glyph service and no sprite: letters are drawn from font files, discs by the page. */
export function buildStyle(
  layers: readonly MapLayer[],
  palette: Palette,
  ground: Ground,
  fonts: Fonts,
): StyleSpecification {
  return {
    version: 8,
    "font-faces": {
      [FONT]: [
        { url: fonts.regular, "unicode-range": [LATIN] },
        { url: fonts.regularExtended, "unicode-range": [LATIN_EXTENDED] },
      ],
      [BOLD_FONT]: [
        { url: fonts.bold, "unicode-range": [LATIN] },
        { url: fonts.boldExtended, "unicode-range": [LATIN_EXTENDED] },
      ],
    },
    sources: Object.fromEntries(layers.map(({ id, source }) => [id, source(ground)])),
    layers: [
      { id: "sea", type: "background", paint: { "background-color": palette.paper } },
      ...layers.flatMap((layer) => layer.layers(palette)),
    ],
  };
}
