/** What a map is filled with besides colour. Hatch means uncertain ground, gap or overspill. */
import { type Markup, svg } from "../markup.ts";
import type { Token } from "../tokens.ts";

/** Lines at -45 degrees: what lies somewhere within, and what is only indicated. */
export const UNSURE = "unsure";
/** Blue lines at 45 degrees: in the reference area and not in the body. */
export const GAP = "gap";
/** Vermilion dots: in the body and not in the reference area. */
export const OVERSPILL = "overspill";

/** @param prefix keeps the ids of several maps on one page apart */
export function patterns(prefix: string, token: Token): Markup {
  return svg`<pattern id="${prefix}${UNSURE}" width="3.2" height="3.2" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path d="M0,1.6H3.2" stroke="${token("hatch")}" stroke-width="0.8"/></pattern><pattern id="${prefix}${GAP}" width="4.5" height="4.5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0,2.25H4.5" stroke="${token("gap")}" stroke-width="1.9"/></pattern><pattern id="${prefix}${OVERSPILL}" width="4.5" height="4.5" patternUnits="userSpaceOnUse"><circle cx="2.25" cy="2.25" r="1.25" fill="${token("overspill")}"/></pattern>`;
}
