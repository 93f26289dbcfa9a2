/** Funding streams without script: the worked cases, and the streams of a case or a place. */
import { listing, money } from "../../../client/format.ts";
import { countsWords, paidWords, toldRules, yearWords } from "../../../client/stream-words.ts";
import { texts } from "../../../client/texts/streams.ts";
import type { CasesReply, StreamsReply } from "../../contract/money.ts";
import { queryText } from "../../contract/page-question.ts";
import { questionParams } from "../../contract/question.ts";
import type { StreamReply } from "../../contract/streams.ts";
import { yearlessTotal } from "../../core/funding/yearless-total.ts";
import type { Study } from "../../core/model.ts";
import { addDays, isoDate } from "../../core/units.ts";
import { html, type Markup } from "../markup.ts";
import type { PageQuestion } from "../page-context.ts";
import { type Column, dateWords, evidence, link, paragraphs, table } from "./elements.ts";
import type { PlainPage } from "./layout.ts";
import { matchWords } from "./match-words.ts";
import { pageTexts } from "./page-texts.ts";
import { choice, questionForm } from "./plain-form.ts";

type Case = CasesReply["cases"][number];
type Budget = StreamsReply["budgets"][number];
type Year = StreamReply["years"][number];
/** A figure of a year, or what is known of a stream in all where no year is stated. */
interface MoneyRow {
  readonly stream: StreamReply;
  readonly year: Year | undefined;
  readonly amount: number;
}

const DOOR = "/plain/streams";

/** What there is to open: the worked cases, and every place. */
export function casesPage(study: Study, asked: PageQuestion, { cases }: CasesReply): PlainPage {
  const body = html`<p>${texts.overviewLead}</p>
<h2>${texts.placesHead}</h2>
<p>${texts.placesNote}</p>
${questionForm(DOOR, study, asked, { ranked: false, fields: placeField(study) })}
<h2>${texts.casesHead}</h2>
<p>${texts.casesNote}</p>
${table<Case>(
  texts.casesHead,
  [
    {
      head: pageTexts.workedCase,
      names: true,
      cell: ({ id, title }) => link(`${DOOR}${queryText([["case", id]])}`, title),
    },
    { head: texts.place, cell: ({ placeName }) => placeName || pageTexts.notRecorded },
    { head: pageTexts.about, cell: ({ watermark }) => watermark || pageTexts.asPrinted },
    { head: pageTexts.evidence, cell: (one) => evidence(one.evidence) },
  ],
  cases,
  texts.noCases,
)}
<p>${link("/api/v1/cases", pageTexts.reply)}</p>`;
  return { heading: texts.overviewHead, body, door: DOOR, app: `/streams?d=${asked.question.at}` };
}

/** The streams of one worked case, whatever the date. */
export function casePage(one: Case, { streams, budgets }: Omit<StreamsReply, "question">) {
  const query = queryText([["case", one.id]]);
  const body = html`${one.watermark && html`<p><b>${one.watermark}.</b></p>`}
<p>${evidence(one.evidence)}</p>
${tables(streams, budgets)}
<h2>${texts.notSaidHead}</h2>
${one.notSaid.length > 0 ? html`<ul>${one.notSaid.map((open) => html`<li>${open}</li>`)}</ul>` : paragraphs([pageTexts.nothingOpen])}
${ways(`/api/v1/cases/${encodeURIComponent(one.id)}`, query)}`;
  return { heading: texts.title(one.title), body, door: DOOR, app: `/streams${query}` };
}

/** The streams of every initiative live at a place on a date. */
export function placeStreamsPage(
  study: Study,
  asked: PageQuestion,
  { streams, budgets }: StreamsReply,
  place: number,
): PlainPage {
  const { code, name } = study.places[place]!;
  const { question } = asked;
  const query = queryText([...questionParams(question), ["place", code]]);
  const body = html`${streams.length === 0 && html`<p>${texts.headNothing(name)}.</p>`}
${questionForm(DOOR, study, asked, { ranked: false, fields: placeField(study, code) })}
${tables(streams, budgets)}
<p>${link(`/plain/place/${encodeURIComponent(code)}${queryText([["at", question.at]])}`, pageTexts.placePage(name))}</p>
${ways(`/api/v1/streams${query}`, query)}`;
  return {
    heading: `${texts.title(name)}, ${dateWords(question.at)}`,
    body,
    door: DOOR,
    app: `/streams${queryText([
      ["d", question.at],
      ["place", code],
    ])}`,
  };
}

const placeField = ({ places }: Study, chosen = ""): Markup =>
  choice(
    "place",
    texts.choosePlace,
    [
      { value: "", word: texts.noneChosen },
      ...places.map(({ code, name }) => ({ value: code, word: name })),
    ],
    chosen,
  );

const ways = (reply: string, query: string): Markup =>
  html`<p>${link(`/api/v1/claims.ics${query}`, texts.takeCalendar)}, ${link(`/api/v1/claims${query}`, pageTexts.claimsReply)}, ${link(reply, pageTexts.reply)}</p>`;

function tables(streams: readonly StreamReply[], budgets: readonly Budget[]): Markup {
  const names = new Map(streams.map(({ id, name }) => [id, name]));
  const columns = streamColumns((id) => names.get(id) ?? id);
  return html`<h2>${texts.streams}</h2>
${table(texts.streamTable, columns, streams, texts.noStreams)}
<h2>${pageTexts.money}</h2>
${table(pageTexts.moneyCaption, MONEY, streams.flatMap(moneyOf), pageTexts.noMoney)}
${
  budgets.length > 0 &&
  html`<h2>${pageTexts.budgets}</h2>
${table(pageTexts.budgetsCaption, budgetColumns(streams), budgets)}`
}`;
}

const streamColumns = (nameOf: (id: string) => string): Column<StreamReply>[] => [
  { head: texts.stream, names: true, cell: ({ name }) => name },
  { head: texts.paysFor, cell: ({ project, initiative }) => project || initiativeLink(initiative) },
  { head: texts.funder, cell: ({ funder }) => funder || pageTexts.notRecorded },
  { head: texts.yearStarts, cell: ({ rules }) => yearWords(toldRules(rules)) },
  { head: texts.paid, cell: ({ rules }) => paidWords(toldRules(rules), rules.claims.words) },
  { head: texts.counts, cell: ({ rules }) => countsWords(rules) },
  { head: texts.matchHead, cell: ({ rules }) => matchWords(rules, nameOf) },
  { head: texts.total, figure: true, cell: ({ total }) => money(total ?? undefined) },
  { head: texts.runs, cell: (stream) => runs(stream) },
  { head: pageTexts.evidence, cell: (stream) => evidence(stream.evidence) },
];

function moneyOf(stream: StreamReply): MoneyRow[] {
  const total = yearlessTotal(stream);
  if (total !== undefined) return [{ stream, year: undefined, amount: total }];
  return stream.years.map((year) => ({ stream, year, amount: year.amount }));
}

const MONEY: readonly Column<MoneyRow>[] = [
  { head: texts.stream, names: true, cell: ({ stream }) => stream.name },
  { head: texts.year, cell: ({ year }) => (year ? runs(year) : texts.notStated) },
  { head: pageTexts.figure, figure: true, cell: ({ amount }) => money(amount) },
  { head: pageTexts.kind, cell: ({ year }) => year?.kind ?? pageTexts.notRecorded },
  { head: texts.basisHead, cell: ({ year }) => basisWords(year) },
  { head: pageTexts.evidence, cell: ({ stream, year }) => evidence((year ?? stream).evidence) },
];

function basisWords(year: Year | undefined): string {
  if (!year) return texts.yearlessTotal;
  return year.basis === "printed" ? texts.printed : texts.spreadEvenly;
}

const budgetColumns = (streams: readonly StreamReply[]): Column<Budget>[] => [
  { head: pageTexts.budgetName, names: true, cell: ({ name }) => name },
  {
    head: pageTexts.aYear,
    figure: true,
    cell: ({ amount, about }) => (about ? pageTexts.roughly(money(amount)) : money(amount)),
  },
  {
    head: pageTexts.paidBy,
    cell: (budget) =>
      listing(streams.flatMap(({ id, name }) => (budget.streams.includes(id) ? [name] : []))),
  },
  { head: pageTexts.evidence, cell: (budget) => evidence(budget.evidence) },
];

const initiativeLink = (id: string | null) =>
  id === null ? pageTexts.notRecorded : link(`/plain/initiative/${encodeURIComponent(id)}`, id);

/** First and last day; the wire's end is the day after. */
function runs({ start, end }: { readonly start: string | null; readonly end: string | null }) {
  const day = end === null ? undefined : isoDate(end);
  if (start === null && !day) return pageTexts.notRecorded;
  return pageTexts.fromTo(dateWords(start), dateWords(day ? addDays(day, -1) : null));
}
