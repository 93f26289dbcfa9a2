/** What every map of the page begins with: its options, its style, its patience. */
import * as maplibregl from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import regular from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url";
import bold from "@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2?url";
import regularExtended from "@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url";
import boldExtended from "@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff2?url";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { Study } from "../../server/core/model.ts";
import { MAP_LAYERS } from "./layers/registry.ts";
import { pagePalette } from "./palette.ts";
import { buildStyle } from "./style.ts";

maplibregl.setWorkerUrl(workerUrl);

export const MAP_OPTIONS = {
  attributionControl: false,
  dragRotate: false,
  pitchWithRotate: false,
  touchPitch: false,
  maxPitch: 0,
  renderWorldCopies: false,
  fadeDuration: 0,
} as const satisfies Partial<maplibregl.MapOptions>;

/** The style of a map in the page's theme; the inset has neither names nor numerals. */
export function styleFor(study: Study, inset: boolean): maplibregl.StyleSpecification {
  const absolute = (path: string) => new URL(path, location.href).href;
  const fonts = {
    regular: absolute(regular),
    regularExtended: absolute(regularExtended),
    bold: absolute(bold),
    boldExtended: absolute(boldExtended),
  };
  const style = buildStyle(
    MAP_LAYERS.filter(({ mainMapOnly }) => !(inset && mainMapOnly)),
    pagePalette(),
    { origin: location.origin, dataVersion: study.dataVersion },
    fonts,
  );
  const words = new Set(inset ? ["numeral", "place-name"] : []);
  return { ...style, layers: style.layers.filter(({ id }) => !words.has(id)) };
}

/** Runs work at once when the style is there, else the last of it as soon as it is. */
export function queueUntilLoad(map: maplibregl.Map): (work: () => void) => void {
  let waiting: (() => void) | undefined;
  let loaded = false;
  map.once("style.load", () => {
    loaded = true;
    waiting?.();
  });
  return (work) => {
    if (loaded) work();
    else waiting = work;
  };
}
