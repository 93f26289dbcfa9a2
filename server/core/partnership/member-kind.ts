/** Which of the kinds of PAT 17 §5.17 and §5.19 an organisation is. */
import type { MemberKind, Sector } from "./model.ts";

/** Sectors that are one kind; the others hold several. */
const OF_SECTOR: Partial<Record<Sector, MemberKind>> = {
  local_authority: "local_authority",
  health: "health",
  police: "police",
  rda: "regional_development_agency",
  government_office: "government_office",
  community: "community",
  voluntary: "voluntary",
  business: "business",
  faith: "faith",
};

/** Names that say their kind whatever the sector. */
const OF_NAME: readonly (readonly [RegExp, MemberKind])[] = [
  [/\bBenefits Agency\b/i, "benefits_agency"],
  [/\bEmployment Service\b|\bJobcentre\b/i, "employment_service"],
  [/\bSmall Business Service\b/i, "small_business_service"],
  [/\bYouth Support Service\b|\bConnexions\b/i, "youth_support_service"],
  [/\bLearning and Skills Council\b|\bLSC\b/i, "learning_and_skills_council"],
  [/\bUniversity\b/i, "university"],
];

/**
 * @returns `undefined` where neither the name nor the sector says: an employment body may be the
 *   Benefits Agency or the Employment Service
 */
export function memberKind(organisation: string, sector: Sector): MemberKind | undefined {
  return OF_NAME.find(([name]) => name.test(organisation))?.[1] ?? OF_SECTOR[sector];
}
