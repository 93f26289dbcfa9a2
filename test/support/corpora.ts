import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Audit, auditCases } from "./corpora-audit.ts";
import { readCases } from "./corpora-cases.ts";
import { auditMapshaper } from "./corpora-mapshaper.ts";
import { withReport } from "./corpora-report.ts";
import { openGeos } from "./geos.ts";

const DOCUMENT = fileURLToPath(new URL("../../docs/corpora.md", import.meta.url));

/** Puts all the corpora through the engine; about three seconds. */
export async function auditCorpora(): Promise<Audit> {
  const geos = await openGeos();
  const audit = auditCases(geos, readCases());
  auditMapshaper(geos, audit);
  return audit;
}

/** docs/corpora.md as it stands, and as it would be written from this audit. */
export function documents(audit: Audit): { now: string; anew: string } {
  const now = readFileSync(DOCUMENT, "utf8");
  return { now, anew: withReport(now, audit) };
}

// `node test/support/corpora.ts` writes the tables of docs/corpora.md anew.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(DOCUMENT, documents(await auditCorpora()).anew);
}
