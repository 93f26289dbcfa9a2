/** A map's colours and images, after the page's theme. */
import type { Map as MapLibre } from "maplibre-gl";
import {
  drawDisc,
  drawGap,
  drawHatch,
  drawOverspill,
  drawPoint,
  GAP_IMAGE,
  HATCH_IMAGE,
  LARGEST_DISC,
  OVERSPILL_IMAGE,
  POINT_IMAGE,
} from "./hatch.ts";
import { MAP_LAYERS } from "./layers/registry.ts";
import { type Palette, pagePalette } from "./palette.ts";

/** Images and colours of the page's theme, now and whenever the theme changes. */
export function dressMap(map: MapLibre, inset: boolean): () => void {
  const scale = Math.min(3, Math.ceil(devicePixelRatio));
  const images = (palette: Palette, put: (id: string, image: ImageData) => void) => {
    put(HATCH_IMAGE, drawHatch(palette, scale));
    put(POINT_IMAGE, drawPoint(palette, scale));
    put(GAP_IMAGE, drawGap(palette, scale));
    put(OVERSPILL_IMAGE, drawOverspill(palette, scale));
    for (let within = 1; within <= LARGEST_DISC; within++)
      put(`disc-${within}`, drawDisc(inset ? within * 0.4 : within, palette, scale));
  };
  map.once("style.load", () => {
    images(pagePalette(), (id, image) => map.addImage(id, image, { pixelRatio: scale }));
  });
  const theme = matchMedia("(prefers-color-scheme: dark)");
  const redress = () => {
    const palette = pagePalette();
    images(palette, (id, image) => map.updateImage(id, image));
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
