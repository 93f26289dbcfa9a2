/** Streams for tests: everything not given is not stated. */
import type { Stream, YearAmount } from "../../server/core/funding/model.ts";
import { NO_RULES } from "../../server/core/funding/no-rules.ts";
import type { Evidence } from "../../server/core/model.ts";
import { isoDate, type Pence, pence } from "../../server/core/units.ts";

export const cited: Evidence = {
  confidence: "sourced",
  source: "a document",
  notes: "",
  dateRead: undefined,
};
export const day = (text: string) => isoDate(text)!;
export const gbp = (amount: number): Pence => pence(Math.round(amount * 100));

export const yearOf = (
  start: string,
  end: string,
  amount: number,
  more: Partial<YearAmount> = {},
): YearAmount => ({
  start: day(start),
  end: day(end),
  amount: gbp(amount),
  kind: "allocation",
  basis: "printed",
  evidence: cited,
  ...more,
});

export const stream = (id: string, more: Partial<Stream> = {}): Stream => ({
  id,
  name: `Stream ${id}`,
  case: undefined,
  project: "A project",
  initiative: undefined,
  programme: undefined,
  places: [],
  scope: "initiative",
  line: "",
  part: "whole",
  funder: "A funder",
  department: "",
  inKind: false,
  start: undefined,
  end: undefined,
  total: undefined,
  years: [],
  budget: undefined,
  recipient: undefined,
  rules: NO_RULES,
  recalled: [],
  evidence: cited,
  ...more,
});
