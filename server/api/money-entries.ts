/** Entries of the ledger on the wire. */
import type { z } from "zod";
import { toEvidenceReply } from "../contract/evidence.ts";
import type { entrySchema } from "../contract/money.ts";
import { yearLabelOf } from "../core/funding/financial-year.ts";
import type { PlacedEntry } from "../core/funding/placed-money.ts";
import type { TotalRow } from "../core/funding/totals.ts";
import type { Grade, Programme } from "../core/model.ts";
import { type Pence, toPounds } from "../core/units.ts";
import type { Held } from "./study-source.ts";

export const totalReply = ({ key, amount, assumed, rest, figures }: TotalRow) => ({
  key,
  amount: toPounds(amount),
  assumed: toPounds(assumed),
  rest: toPounds(rest),
  figures,
});

/** What names, programmes and grades stand behind streams, looked up once a reply. */
export interface StreamNames {
  readonly programme: (code: string | undefined) => Programme | undefined;
  readonly nameOf: (stream: PlacedEntry["entry"]["stream"]) => string;
  readonly gradeOf: (initiative: string | undefined) => Grade | undefined;
}

export function streamNames({ loaded: { study }, index }: Held): StreamNames {
  const programmes = new Map(study.programmes.map((row) => [row.code, row]));
  const at = new Map(study.initiatives.map(({ id }, i) => [id, i]));
  return {
    programme: (code) => programmes.get(code ?? ""),
    nameOf: ({ initiative, project, line, name }) =>
      study.initiatives[at.get(initiative ?? "") ?? -1]?.name ?? (project || line || name),
    gradeOf(initiative) {
      const i = at.get(initiative ?? "");
      if (i === undefined) return undefined;
      const [outline] = index.outlinesOf[i]!;
      if (outline !== undefined) return study.outlines[outline]!.grade;
      return index.indicationsOf[i]!.length > 0 ? "indicative" : "located";
    },
  };
}

/** @param amount the part of it that is asked about */
export function entryReply(
  { entry, fellBack }: PlacedEntry,
  amount: Pence,
  names: StreamNames,
): z.infer<typeof entrySchema> {
  const { stream, figure } = entry;
  return {
    stream: stream.id,
    initiative: stream.initiative ?? null,
    name: names.nameOf(stream),
    programme: stream.programme ?? null,
    category: names.programme(stream.programme)?.category ?? null,
    department: stream.department,
    funder: stream.funder,
    year: yearLabelOf(entry.year),
    start: entry.start,
    end: entry.end,
    whole: toPounds(entry.amount),
    amount: toPounds(amount),
    kind: entry.kind,
    basis: entry.basis,
    others: entry.others,
    grade: names.gradeOf(stream.initiative) ?? null,
    fellBack,
    evidence: toEvidenceReply(figure.evidence),
  };
}
