import type { Audit, Disagreement } from "./corpora-audit.ts";
import { reasonFor } from "./corpora-reasons.ts";
import { type Party, verdict } from "./corpora-referee.ts";

const START = "<!-- corpora:start -->";
const END = "<!-- corpora:end -->";
const PARTIES: readonly Party[] = ["engine", "file", "GEOS"];
const DIGITS = 6;

/** The document with its generated part made anew between the markers. */
export function withReport(document: string, audit: Audit): string {
  const start = document.indexOf(START);
  const end = document.indexOf(END);
  if (start < 0 || end < start) throw new Error(`docs/corpora.md needs ${START} and ${END}`);
  return `${document.slice(0, start + START.length)}\n${report(audit)}\n${document.slice(end)}`;
}

/** The files that differ only in the corpus they came by (GEOS took JTS's over) stand together. */
function report(audit: Audit): string {
  return [tallyTable(audit), refusalList(audit), disagreementTable(audit)].join("\n\n");
}

function tallyTable({ tallies }: Audit): string {
  const asked = [...tallies].filter(([, tally]) => tally.asked > 0);
  const rows = asked.map(
    ([file, { asked, agreed, leftOut, withoutGeos }]) =>
      `| ${file} | ${asked} | ${agreed} | ${asked - agreed} | ${withoutGeos} | ${leftOut} |`,
  );
  const sum = (of: "asked" | "agreed" | "leftOut" | "withoutGeos") =>
    [...tallies.values()].reduce((total, tally) => total + tally[of], 0);
  const [all, agreed] = [sum("asked"), sum("agreed")];
  return [
    "| file | questions | all agree | not all agree | GEOS gives no answer | not about ground |",
    "|---|---|---|---|---|---|",
    ...rows,
    `| **all ${asked.length} files** | ${all} | ${agreed} | ${all - agreed} | ${sum("withoutGeos")} | ${sum("leftOut")} |`,
  ].join("\n");
}

function refusalList({ refusals }: Audit): string {
  const lines = refusals.map(({ where, code }) => `- ${where}: \`${code}\``);
  return ["Refused by name, as the contract says, and so not counted above:", "", ...lines].join(
    "\n",
  );
}

function disagreementTable({ disagreements }: Audit): string {
  const head = [
    "| file, case | question | area: engine | file | GEOS | wrong: engine | file | GEOS | the point test says | why |",
    "|---|---|---|---|---|---|---|---|---|---|",
  ];
  return [...head, ...disagreements.map(row)].join("\n");
}

function row(disagreement: Disagreement): string {
  const { file, number, question, ruling } = disagreement;
  const cells = [ruling.areas, ruling.wrong].flatMap((figures) =>
    PARTIES.map((party) => figure(figures.get(party))),
  );
  const why = reasonFor(disagreement) ?? "not explained";
  return `| ${file}, ${number} | ${question} | ${cells.join(" | ")} | ${verdict(ruling)} | ${why} |`;
}

const figure = (value: number | undefined) =>
  value === undefined ? "" : String(Number(value.toPrecision(DIGITS)));
