/** A map's colours and discs, after the page's theme. */
import type { Map as MapLibre } from "maplibre-gl";
import { drawDisc, LARGEST_DISC } from "./hatch.ts";
import { MAP_LAYERS } from "./layers/registry.ts";
import { type Palette, pagePalette } from "./palette.ts";

/** Discs and colours of the page's theme, now and whenever the theme changes. */
export function dressMap(map: MapLibre, inset: boolean): () => void {
  const scale = Math.min(3, Math.ceil(devicePixelRatio));
  const discs = (palette: Palette, put: (id: string, disc: ImageData) => void) => {
    for (let within = 1; within <= LARGEST_DISC; within++)
      put(`disc-${within}`, drawDisc(inset ? within * 0.4 : within, palette, scale));
  };
  map.once("style.load", () => {
    discs(pagePalette(), (id, disc) => map.addImage(id, disc, { pixelRatio: scale }));
  });
  const theme = matchMedia("(prefers-color-scheme: dark)");
  const redress = () => {
    const palette = pagePalette();
    discs(palette, (id, disc) => map.updateImage(id, disc));
    map.setPaintProperty("sea", "background-color", palette.paper);
    for (const layer of MAP_LAYERS.flatMap(({ layers }) => layers(palette))) {
      if (!map.getLayer(layer.id)) continue;
      for (const [name, value] of Object.entries(layer.paint ?? {}))
        map.setPaintProperty(layer.id, name as "fill-color", value);
    }
  };
  theme.addEventListener("change", redress);
  return () => theme.removeEventListener("change", redress);
}
