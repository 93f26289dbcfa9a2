/** A check report as a person reads it: grouped by what to do, counted, with places. */
import type { CheckReport } from "../contract/check-report.ts";

type Problem = CheckReport["problems"][number];
type Finding = Problem["findings"][number];

/** Features named under a problem; the others are counted. */
const NAMED = 5;

/** The report as text, without colour, each line under 120 characters where names allow. */
export function checkText(report: CheckReport): string {
  const standing = (wanted: Problem["standing"]) =>
    report.problems.filter((problem) => problem.standing === wanted);
  return [
    ...headOf(report),
    ...section("For you to decide", standing("decide")),
    ...section("Repairs proposed", standing("repairable")),
    ...repairLines(report),
    ...section("Worth knowing", standing("note")),
    ...(report.problems.length === 0 ? ["Nothing is wrong."] : []),
    "",
  ].join("\n");
}

function headOf(report: CheckReport) {
  const { file, features, vertices, format, crs, crs_known, crs_sure, fields, notes } = report;
  const held = fields.filter(({ holds }) => holds !== null);
  const columns = fields.map(({ column }) => column).join(", ");
  return [
    crs === null
      ? `${file}: ${count(features, "row")}, read as ${format}.`
      : `${file}: ${count(features, "feature")}, ${count(vertices, "point")}, read as ${format}.`,
    ...(crs === null ? [] : [`Coordinates: ${crs} (${crs_known}). ${crs_sure}`]),
    ...notes,
    fields.length === 0 ? "It has no fields." : `Fields: ${columns}.`,
    ...held.map(
      ({ column, holds, confidence }) =>
        `  ${column} is taken as ${holds} (${Math.round(100 * confidence!)} % sure)`,
    ),
  ];
}

function section(title: string, problems: readonly Problem[]): string[] {
  if (problems.length === 0) return [];
  return ["", title, ...problems.flatMap(problemLines)];
}

function problemLines(problem: Problem): string[] {
  const { sentence, places, features, repair, repair_title, advice, area_change_m2 } = problem;
  const where = places > features ? `, in ${count(places, "place")}` : "";
  const change = area_change_m2 === null ? "" : ` Area changes by ${squareMetres(area_change_m2)}.`;
  const byFeature = new Map<number, Finding[]>();
  for (const finding of problem.findings) {
    byFeature.set(finding.feature, [...(byFeature.get(finding.feature) ?? []), finding]);
  }
  const named = [...byFeature.values()]
    .slice(0, NAMED)
    .map((own) => featureLine(own, problem.whole));
  const rest = byFeature.size - named.length;
  return [
    `  ${sentence}${where}.`,
    `    ${advice}`,
    ...(repair === null ? [] : [`    ${repair}: ${repair_title}.${change}`]),
    ...named.map((line) => `      ${line}`),
    ...(rest > 0 ? [`      and ${count(rest, "more", "more")}; --json lists all`] : []),
  ];
}

function featureLine(findings: readonly Finding[], whole: boolean): string {
  const [first] = findings;
  const { feature, id, name, ring, lon, lat, field, value } = first!;
  const who = `${feature} ${id}${name === "" || name === id ? "" : ` ${name}`}`;
  if (whole) return value ?? "";
  const what = [
    ...(field === null ? [] : [field]),
    ...(value === null ? [] : [value]),
    ...(findings.length > 1 ? [count(findings.length, "place")] : []),
    ...(lon === null || lat === null
      ? []
      : [`${findings.length > 1 ? "first at" : "at"} ${lon}, ${lat}`]),
    ...(ring === null ? [] : [`ring ${ring}`]),
  ];
  return what.length === 0 ? who : `${who}: ${what.join(", ")}`;
}

function repairLines({ repair, proposals }: CheckReport): string[] {
  if (proposals.length === 0) return [];
  const { before_m2, after_m2, area_change_m2, share, larger } = repair;
  return [
    "",
    `All repairs together (${count(repair.features, "outline")}): ${squareKm(before_m2)} before, ` +
      `${squareKm(after_m2)} after, ${squareMetres(area_change_m2)} (${percent(share)}).`,
    ...(larger.length === 0
      ? ["  No outline changes by more than 0.01 %."]
      : [`  ${count(larger.length, "outline")} by more than 0.01 %:`]),
    ...larger.map(
      ({ feature, id, name, area_change_m2: change, share: own, cause }) =>
        `    ${feature} ${id} ${name}: ${squareMetres(change)} (${percent(own)}), since ${cause}`,
    ),
    `  To accept some: import … --accept ${proposals
      .slice(0, 2)
      .map(({ id }) => id)
      .join(",")}. To accept all: --accept-repairs. Without either it is imported as drawn.`,
  ];
}

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
const signed = (value: number, text: string) => (value < 0 ? `−${text}` : text);
const squareMetres = (m2: number) => signed(m2, `${Math.abs(m2).toFixed(1)} m²`);
const squareKm = (m2: number) => `${(m2 / 1e6).toFixed(3)} km²`;
/** A share of next to nothing is no figure that anyone can read. */
const percent = (share: number) =>
  Math.abs(share) > 10
    ? "many times what it was"
    : signed(share, `${Math.abs(100 * share).toFixed(4)} %`);
