/** GET /api/v1/organisations: who takes part in which initiatives, for a search. */
import { z } from "zod";
import type { Membership } from "../core/partnership/model.ts";

export const organisationsReply = z.object({
  dataVersion: z.string(),
  /** In order of name; those recorded as absent take no part. */
  organisations: z.array(
    z.object({
      name: z.string(),
      /** Ids, each once. */
      initiatives: z.array(z.string()),
    }),
  ),
});
export type OrganisationsReply = z.infer<typeof organisationsReply>;

/** @param known ids of the initiatives of the register: seats on boards are of others */
export function toOrganisationsReply(
  dataVersion: string,
  memberships: readonly Membership[],
  known: ReadonlySet<string>,
): OrganisationsReply {
  const found = new Map<string, Set<string>>();
  for (const { of, organisation, attendance } of memberships) {
    if (attendance === "absent" || !known.has(of)) continue;
    found.set(organisation, (found.get(organisation) ?? new Set<string>()).add(of));
  }
  return {
    dataVersion,
    organisations: [...found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, initiatives]) => ({ name, initiatives: [...initiatives].sort() })),
  };
}
