/** The programme that initiatives are imported for: one that is there, or a new one. */

import { AppError } from "../../core/errors.ts";
import { CATEGORIES, type Category } from "../../core/model.ts";
import { type NewProgramme, programmeTable } from "../../store/programme.ts";
import type { ItemState } from "../../store/record-version.ts";
import type { ImportContext, Provenance } from "./prepared-import.ts";

export interface NewProgrammeOptions {
  readonly programme: string;
  readonly title?: string | undefined;
  readonly category?: string | undefined;
  readonly department?: string | undefined;
}

/**
 * @returns the state of a new programme; nothing where it is there
 * @throws AppError input/unknown-programme where it is not and no title says what it is,
 *   input/unknown-category
 */
export function programmeStates(
  { db, provenance }: ImportContext,
  { programme: code, title, category, department }: NewProgrammeOptions,
): ItemState[] {
  const programmes = programmeTable(db);
  if (programmes.row(code)) return [];
  if (title === undefined) {
    const known = programmes.all().map((programme) => programme.code);
    throw new AppError(
      "input/unknown-programme",
      `There is no programme "${code}". Loaded: ${known.join(", ")}. To add it give --title and --category.`,
      { programme: code, known },
    );
  }
  if (!CATEGORIES.includes(category as Category)) {
    throw new AppError(
      "input/unknown-category",
      `A new programme needs a --category: ${CATEGORIES.join(", ")}.`,
      { category: category ?? null, known: CATEGORIES },
    );
  }
  return [
    {
      kind: "programme",
      item: code,
      state: newProgramme(code, title, category as Category, department ?? "", provenance),
    },
  ];
}

/** Of an imported programme nothing is known but what was said on the command line. */
function newProgramme(
  code: string,
  name: string,
  category: Category,
  department: string,
  { source, dateRead }: Provenance,
): NewProgramme {
  return {
    code,
    name,
    category,
    department,
    lead_department: department,
    administering_body: "",
    start_date: null,
    end_date: null,
    budget_gbp: null,
    funding_year_basis: null,
    claim_frequency: "",
    payment_basis: "",
    output_measure: "",
    duration_years: null,
    claim_route: "",
    claim_offices: [],
    advance_share: null,
    match_rule: "",
    bidding: "",
    reporting: "",
    audit: "",
    existed: null,
    existed_note: "",
    existed_source: "",
    evidence: { confidence: "sourced", source, notes: "", dateRead },
  };
}
