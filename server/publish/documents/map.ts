import { mapSheet } from "../map-svg/map-sheet.ts";
import { pngOf } from "../map-svg/png.ts";
import type { ExportDocument } from "./document.ts";

/** The map of a question, with legend, scale, north, caveats and attribution. */
export const map = {
  id: "map",
  title: "Map of depth",
  formats: [
    { id: "svg", title: "SVG", mediaType: "image/svg+xml; charset=utf-8" },
    { id: "png", title: "PNG", mediaType: "image/png" },
  ],
  async make(context, asked, format, scale) {
    const sheet = mapSheet(context, asked);
    return format === "png" ? pngOf(sheet, scale) : sheet;
  },
} as const satisfies ExportDocument;
