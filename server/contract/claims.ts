/** Claims on the wire. */
import type { z } from "zod";
import type { CalendarClaim } from "../core/funding/calendar.ts";
import type { claimSchema } from "./money.ts";

/** How a day is known, said with every calendar. */
export const DUE_RULE =
  "A claim is due on the day that the source gives; where it gives the frequency alone, on the last day " +
  "of each period of the stream's own year, which is assumed.";

export const toClaimReply = ({
  of,
  due,
  basis,
  closesYear,
}: CalendarClaim): z.infer<typeof claimSchema> => ({
  stream: of.id,
  name: of.name,
  case: of.case ?? null,
  initiative: of.initiative ?? null,
  project: of.project,
  funder: of.funder,
  due,
  basis,
  closesYear,
  route: [...of.rules.claims.route],
  confidence: of.recalled.includes("claim_frequency") ? "recalled" : of.evidence.confidence,
});
