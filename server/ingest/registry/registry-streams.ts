/** The registry's printed figures as streams: one for each owner, and one for each part of its money. */
import type { Stream, YearAmount } from "../../core/funding/model.ts";
import { programmeRules, recalledCells } from "../../core/funding/programme-rules.ts";
import { pounds, toPence } from "../../core/units.ts";
import { groupBy } from "../../store/group-by.ts";
import { evidenceOf } from "./evidence-of.ts";
import type { Registry } from "./read-registry.ts";
import type { InitiativeLine, ProgrammeLine, StreamLine } from "./tables.ts";

/**
 * An initiative's stream lives as long as the initiative, a line's as long as its printed years. Its
 * rules are its programme's, and which of them are general knowledge goes with them.
 */
export function registryStreams({ streams, programmes, initiatives }: Registry): Stream[] {
  const programmeOf = new Map(programmes.map((row) => [row.code, row]));
  const owners = new Map(initiatives.map((row) => [row.id, row]));
  const idOf = (row: StreamLine) => streamId(row, owners.get(row.initiative_id)?.programme);
  return [...groupBy(streams, idOf)].map(([id, rows]) => {
    const { programme, initiative_id } = rows[0]!;
    return toStream(id, rows, programmeOf.get(programme)!, owners.get(initiative_id));
  });
}

/**
 * `NRF-01.printed`, `SRB.south-tyneside.printed`, `NDC-12.administration.dtlr`, and
 * `NRF-58.cef.printed` where one programme pays into another's initiative: never renamed. Whole money
 * is one stream whatever its department was called at the time; parts may have several payers.
 */
function streamId(
  { initiative_id, programme, line, part, funder }: StreamLine,
  own: string | undefined,
): string {
  const paid = programme === own ? [] : [slug(programme)];
  const owner = initiative_id === "" ? [programme, slug(line)] : [initiative_id, ...paid];
  const money = part === "whole" ? ["printed"] : [slug(part), slug(funder)];
  return [...owner, ...money].join(".");
}

/** Words as one part of an id: lower case, with hyphens between. */
export const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** By year, and of one year in an order that does not depend on the file's. */
function byYear(a: YearAmount, b: YearAmount): number {
  const [one, other] = [a, b].map((year) =>
    JSON.stringify([year.start, year.kind, year.amount, year]),
  );
  return one! < other! ? -1 : 1;
}

const lastEnd = (years: readonly YearAmount[]) =>
  years
    .map(({ end }) => end)
    .sort()
    .at(-1);

function toStream(
  id: string,
  rows: readonly StreamLine[],
  programme: ProgrammeLine,
  owner: InitiativeLine | undefined,
): Stream {
  const { initiative_id, scope, line, part } = rows[0]!;
  const sorted = rows
    .map((row) => ({
      funder: row.funder,
      start: row.financial_year.start,
      end: row.financial_year.end,
      amount: toPence(pounds(row.amount_gbp)),
      kind: row.kind,
      basis: "printed" as const,
      evidence: evidenceOf(row),
    }))
    .sort(byYear);
  const years: YearAmount[] = sorted.map(({ funder, ...year }) => year);
  const rules = {
    ...programme,
    funding_year_basis: programme.funding_year_basis || null,
  };
  return {
    id,
    name: programme.name,
    case: undefined,
    project: "",
    initiative: initiative_id === "" ? undefined : initiative_id,
    programme: programme.code,
    places: [],
    scope,
    line,
    part,
    funder: [...new Set(sorted.map(({ funder }) => funder))].join(", then "),
    department: programme.department_line,
    inKind: false,
    start: owner?.start_date ?? years[0]!.start,
    end: owner?.end_date ?? lastEnd(years),
    total: undefined,
    years,
    budget: undefined,
    recipient: undefined,
    rules: programmeRules(rules),
    recalled: recalledCells(evidenceOf(programme)),
    evidence: years[0]!.evidence,
  };
}
