/** The registry's printed figures as streams: one for each owner, part and funder. */
import type { Stream, YearAmount } from "../../core/funding/model.ts";
import { programmeRules, recalledCells } from "../../core/funding/programme-rules.ts";
import { pounds, toPence } from "../../core/units.ts";
import { groupBy } from "../../store/group-by.ts";
import { evidenceOf } from "./evidence-of.ts";
import type { Registry } from "./read-registry.ts";
import type { ProgrammeLine, StreamLine } from "./tables.ts";

/**
 * A stream lives as long as its printed years. Its rules are its programme's, and which of them are
 * general knowledge goes with them.
 */
export function registryStreams({ streams, programmes, initiatives }: Registry): Stream[] {
  const programmeOf = new Map(programmes.map((row) => [row.code, row]));
  const own = new Map(initiatives.map(({ id, programme }) => [id, programme]));
  return [...groupBy(streams, (row) => streamId(row, own.get(row.initiative_id)))].map(
    ([id, rows]) => toStream(id, rows, programmeOf.get(rows[0]!.programme)!),
  );
}

/**
 * `NDC-12.dtlr`, `NDC-12.administration.odpm-dclg`, `SRB.south-tyneside.detr`, and `NRF-58.cef.odpm`
 * where one programme pays into another's initiative: never renamed.
 */
function streamId(
  { initiative_id, programme, line, part, funder }: StreamLine,
  own: string | undefined,
): string {
  const paid = programme === own ? [] : [slug(programme)];
  const owner = initiative_id === "" ? [programme, slug(line)] : [initiative_id, ...paid];
  return [...owner, ...(part === "whole" ? [] : [slug(part)]), slug(funder)].join(".");
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

function toStream(id: string, rows: readonly StreamLine[], programme: ProgrammeLine): Stream {
  const { initiative_id, scope, line, part, funder } = rows[0]!;
  const years = rows
    .map((row) => ({
      start: row.financial_year.start,
      end: row.financial_year.end,
      amount: toPence(pounds(row.amount_gbp)),
      kind: row.kind,
      basis: "printed" as const,
      evidence: evidenceOf(row),
    }))
    .sort(byYear);
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
    funder,
    department: programme.department_line,
    inKind: false,
    start: years[0]!.start,
    end: years
      .map(({ end }) => end)
      .sort()
      .at(-1),
    total: undefined,
    years,
    budget: undefined,
    recipient: undefined,
    rules: programmeRules(rules),
    recalled: recalledCells(evidenceOf(programme)),
    evidence: years[0]!.evidence,
  };
}
