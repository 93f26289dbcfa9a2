/** Files taken in, without script: the reports, one of them opened, and every version. */
import {
  concernsWords,
  dayOf,
  lastConfirmed,
  repairWords,
  shortHash,
  verdictWords,
} from "../../../client/check-words.ts";
import { count } from "../../../client/format.ts";
import { kindWord, texts } from "../../../client/texts/checks.ts";
import type { CheckReply, CheckReport, StoredCheckReply } from "../../contract/check-report.ts";
import { queryText } from "../../contract/page-question.ts";
import type { VersionReply } from "../../contract/versions.ts";
import { html, type Insert, type Markup } from "../markup.ts";
import { type Column, facts, link, paragraphs, table } from "./elements.ts";
import type { PlainPage } from "./layout.ts";
import { pageTexts } from "./page-texts.ts";

type Problem = CheckReport["problems"][number];
type Finding = Problem["findings"][number];
type Proposal = CheckReport["proposals"][number];

const DOOR = "/plain/checks";
/** Places of one problem, and repairs, that a page names; the reply has all. */
const MOST_ROWS = 200;
const STANDINGS = ["decide", "repairable", "note"] as const;

/** @param thing the initiative, layer or set whose versions are shown; undefined shows all */
export function checksPage(
  checks: readonly StoredCheckReply[],
  versions: readonly VersionReply[],
  thing: string | undefined,
): PlainPage {
  const body = html`<p>${texts.lead}</p>
<h2>${texts.reports}</h2>
${checks.length === 0 ? noneYet() : table(texts.reportsCaption, REPORT_COLUMNS, checks)}
<h2>${thing ? texts.historyOf(thing) : texts.history}</h2>
${thing && html`<p>${confirmedWords(versions, thing)} ${link(DOOR, texts.everything)}</p>`}
${versionsTable(versions, thing)}
<p>${link("/api/v1/checks", pageTexts.reply)}</p>`;
  const app = `/checks${thing ? queryText([["thing", thing]]) : ""}`;
  return { heading: texts.heading(checks.length), body, door: DOOR, app };
}

const noneYet = (): Markup =>
  html`${paragraphs([texts.none, texts.noneHint])}
<p><code>${texts.checkExample}</code><br><code>${texts.importExample}</code></p>`;

const REPORT_COLUMNS: readonly Column<StoredCheckReply>[] = [
  { head: texts.file, names: true, cell: ({ id, file }) => link(`${DOOR}/${id}`, file) },
  { head: texts.taken, cell: ({ checked_at }) => dayOf(checked_at) },
  { head: texts.who, cell: ({ who }) => who || texts.notRecorded },
  { head: texts.source, cell: ({ source }) => source || texts.notRecorded },
  { head: texts.found, meaning: texts.verdictRule, cell: verdictWords },
  { head: texts.repairs, cell: (check) => repairWords(check) ?? texts.notRecorded },
  { head: texts.madeVersions, cell: ({ versions }) => versions.map(count).join(", ") },
  { head: texts.hash, meaning: texts.hashRule, cell: ({ sha256 }) => shortHash(sha256) },
];

function confirmedWords(versions: readonly VersionReply[], thing: string): string {
  const day = lastConfirmed(versions, thing);
  return day === undefined ? texts.neverConfirmed : texts.confirmedOn(dayOf(day));
}

function versionsTable(versions: readonly VersionReply[], thing: string | undefined): Markup {
  const only = thing ? ` --only ${thing}` : "";
  return html`${table<VersionReply>(
    thing ? texts.historyOf(thing) : texts.historyCaption,
    [
      { head: texts.version, figure: true, cell: ({ version }) => version },
      { head: texts.what, names: true, cell: ({ what }) => what },
      { head: texts.when, cell: ({ made_at }) => dayOf(made_at) },
      { head: texts.who, cell: ({ who }) => who || texts.notRecorded },
      { head: texts.source, cell: ({ source }) => source || texts.notRecorded },
      { head: texts.licence, cell: ({ licence }) => licence || texts.notRecorded },
      { head: texts.dateRead, cell: ({ date_read }) => dayOf(date_read) },
      { head: texts.concerns, cell: concernsWords },
      {
        head: texts.fromReport,
        cell: ({ check }) =>
          check === null ? texts.loadedAs : link(`${DOOR}/${check}`, texts.toReport(check)),
      },
      {
        head: texts.goBack,
        cell: ({ version }) => html`<code>${`restore ${version}${only}`}</code>`,
      },
    ],
    versions,
  )}
<p>${texts.restoreNote}</p>`;
}

/** One report: the file, every problem by what to do about it, every repair, what it made. */
export function checkPage(reply: CheckReply, versions: readonly VersionReply[]): PlainPage {
  const { id, report, accepted } = reply;
  const { repair, proposals } = report;
  const body = html`<p>${link(DOOR, texts.back)}</p>
<p>${texts.reportLead(report.features, report.crs === null, dayOf(report.checked_on))}</p>
${aboutFile(reply)}
${report.problems.length === 0 && html`<p>${texts.noProblems}</p>`}
${STANDINGS.map((standing) => standingSection(report, standing))}
${
  proposals.length > 0 &&
  html`<h2>${texts.proposals(proposals.length)}</h2>
<p>${texts.proposalsNote(accepted.length, proposals.length)} ${texts.together(
    repair.features,
    repair.before_m2,
    repair.after_m2,
    repair.area_change_m2,
    repair.share,
  )}</p>
${repairTable(reply)}`
}
<h2>${texts.historyOfReport}</h2>
${versionsTable(versions, undefined)}
<p>${link(`/api/v1/checks/${id}`, pageTexts.reply)}</p>`;
  const heading = texts.reportHeading(reply.file, reply.problems);
  return { heading, body, door: DOOR, app: `/checks?check=${id}` };
}

const aboutFile = (reply: CheckReply): Markup => {
  const { report } = reply;
  return html`${facts([
    [texts.found, verdictWords(reply)],
    [texts.taken, dayOf(reply.checked_at)],
    [texts.who, reply.who],
    [texts.source, reply.source],
    [texts.format, report.format],
    [texts.coordinates, report.crs ?? texts.noCoordinates],
    [texts.known, report.crs_known],
    [texts.sure, report.crs_sure],
    [texts.hash, reply.sha256],
  ])}
${paragraphs(report.notes)}`;
};

function standingSection({ problems }: CheckReport, standing: Problem["standing"]): Markup {
  const own = problems.filter((problem) => problem.standing === standing);
  if (own.length === 0) return html``;
  return html`<h2>${texts.standings[standing]}</h2>
<p>${texts.standingNotes[standing]}</p>
${own.map(
  (problem) => html`<h3>${sentenceOf(problem)}</h3>
<p>${problem.advice}${repairOf(problem)}</p>
${problem.whole ? html`<p>${problem.findings[0]?.value ?? ""}</p>` : placesTable(problem)}`,
)}`;
}

function sentenceOf({ sentence, places, features }: Problem): string {
  const where = texts.places(places, features);
  return `${sentence}${where && `, ${where}`}.`;
}

const repairOf = ({ repair_title, area_change_m2 }: Problem): string =>
  repair_title === null
    ? ""
    : ` ${texts.repairIs}: ${repair_title}. ${area_change_m2 === null ? "" : texts.repairChange(area_change_m2)}`;

function placesTable({ problem, findings, unit }: Problem): Markup {
  const columns: readonly (Column<Finding> & { readonly of: (finding: Finding) => unknown })[] = [
    { head: texts.feature, figure: true, of: () => true, cell: ({ feature }) => feature },
    { head: texts.id, names: true, of: () => true, cell: ({ id }) => id },
    { head: texts.name, of: ({ name }) => name, cell: ({ name }) => name },
    { head: texts.place, of: ({ lon }) => lon, cell: placeWords },
    { head: texts.ring, figure: true, of: ({ ring }) => ring, cell: ({ ring }) => ring },
    { head: texts.size(unit), figure: true, of: ({ size }) => size, cell: ({ size }) => size },
    { head: texts.field, of: ({ field }) => field, cell: ({ field }) => field },
    { head: texts.value, of: ({ value }) => value, cell: ({ value }) => value },
  ];
  const filled = columns.filter(({ of }) =>
    findings.some((finding) => of(finding) || of(finding) === 0),
  );
  return html`${table(texts.findingsCaption(kindWord(problem)), filled, findings.slice(0, MOST_ROWS))}
${cutNote(findings.length)}`;
}

const placeWords = ({ lon, lat }: Finding): string =>
  lon === null || lat === null ? "" : `${lon}, ${lat}`;

const cutNote = (rows: number): Insert =>
  rows > MOST_ROWS && html`<p>${pageTexts.firstOf(MOST_ROWS, rows)}</p>`;

function repairTable({ id: check, report, accepted, drawings }: CheckReply): Markup {
  const made = new Set(accepted);
  const drawn = new Set(drawings);
  return html`${table<Proposal>(
    texts.proposalsCaption,
    [
      { head: texts.feature, figure: true, cell: ({ feature }) => feature },
      { head: texts.name, names: true, cell: ({ name, feature_id }) => name || feature_id },
      { head: texts.proposal, cell: ({ title }) => title },
      { head: texts.change, figure: true, cell: (one) => squareMetres(one.area_change_m2) },
      { head: texts.before, figure: true, cell: (one) => squareMetres(one.before_m2) },
      { head: texts.after, figure: true, cell: (one) => squareMetres(one.after_m2) },
      { head: texts.accepted, cell: ({ id }) => (made.has(id) ? texts.yes : texts.no) },
      {
        head: texts.picture,
        cell: ({ id, feature }) =>
          drawn.has(feature)
            ? link(`/api/v1/checks/${check}/repairs/${encodeURIComponent(id)}.svg`, texts.show)
            : texts.noPicture,
      },
    ],
    report.proposals.slice(0, MOST_ROWS),
  )}
${cutNote(report.proposals.length)}`;
}

const squareMetres = (m2: number): string =>
  m2.toLocaleString("en-GB", { maximumFractionDigits: 1 }).replace("-", "−");
