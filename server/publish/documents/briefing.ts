import { briefing as briefingOf } from "../briefing/briefing.ts";
import type { ExportDocument } from "./document.ts";

/** One A4 page of a question or a place. */
export const briefing = {
  id: "briefing",
  title: "Briefing of one A4 page",
  formats: [{ id: "html", title: "HTML", mediaType: "text/html; charset=utf-8" }],
  make: async (context, asked) => briefingOf(context, asked),
} as const satisfies ExportDocument;
