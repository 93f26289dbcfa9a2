import { count, plural } from "./format.ts";
import { texts } from "./texts/hotspots.ts";

/** How far lines may lie from the real ones: "4.3 km", "20 metres"; undefined metres are not stated. */
export function accuracyWords(accuracy: number | undefined): string {
  if (accuracy === undefined) return texts.someKm;
  return accuracy >= 1000
    ? `${count(Math.round(accuracy / 100) / 10)} km`
    : plural(Math.round(accuracy), "metre");
}
