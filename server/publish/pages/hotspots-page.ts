import { count, money, rank, rate } from "../../../client/format.ts";
import { figureWord } from "../../../client/metrics.ts";
import { RANKING_WORDS } from "../../../client/ranking-words.ts";
import { texts } from "../../../client/texts/hotspots.ts";
import { pageParams, queryText } from "../../contract/page-question.ts";
import type { PlacesReply } from "../../contract/replies.ts";
import { isFigure } from "../../core/hotspots/place-figures.ts";
import { ENDING_MONTHS } from "../../core/hotspots/place-measures.ts";
import { isRanked } from "../../core/hotspots/ranking.ts";
import type { StudyIndex } from "../../core/hotspots/study-index.ts";
import { pounds } from "../../core/units.ts";
import { html, type Markup } from "../markup.ts";
import type { PageQuestion } from "../page-context.ts";
import { downloads } from "./downloads.ts";
import { type Column, link, paragraphs, table } from "./elements.ts";
import type { PlainPage } from "./layout.ts";
import { pageTexts } from "./page-texts.ts";
import { questionForm } from "./plain-form.ts";
import { caveats, statementOf } from "./statement.ts";

type Row = PlacesReply["places"][number];

/** Rows of the list that are shown before the rest is asked for. */
const FIRST_ROWS = 50;

/** The ranked list with its statement, its map and the form that asks anew. */
export function hotspotsPage(
  index: StudyIndex,
  asked: PageQuestion,
  reply: PlacesReply,
  whole: boolean,
): PlainPage {
  const { study } = index;
  const statement = statementOf(index, asked);
  const params = pageParams(study, asked);
  const query = queryText(params);
  const shown = whole ? reply.places : reply.places.slice(0, FIRST_ROWS);
  const more = reply.places.length - shown.length;
  const body = html`${paragraphs(statement.sentences)}
${questionForm("/plain/hotspots", study, asked, { ranked: true })}
<h2>${pageTexts.rankedPlaces(shown.length, reply.places.length)}</h2>
<p>${RANKING_WORDS[asked.by].rule} ${pageTexts.tiesShare}</p>
${figureWords(asked.figures)}
${table(pageTexts.rankedPlaces(shown.length, reply.places.length), columns(asked), shown)}
${more > 0 && html`<p>${link(`/plain/hotspots${queryText([...params, ["rows", "all"]])}`, texts.seeAll(reply.places.length))}</p>`}
<h2>${pageTexts.map}</h2>
${mapFigure(query, statement.headline)}
${downloads(asked, study)}
<h2>${pageTexts.rests}</h2>
${paragraphs(caveats(study, statement.summary, study.programmes.length))}`;
  return {
    heading: statement.headline,
    body,
    door: "/plain/hotspots",
    app: appAddress(asked, study.places),
  };
}

/** What the ranking's figure rests on, or why it cannot be told. */
function figureWords(figures: PageQuestion["figures"]): Markup | undefined {
  if (!figures) return undefined;
  const { rule, source, grade, missing } = figures;
  return missing === undefined ? paragraphs([rule, source, grade]) : paragraphs([missing]);
}

/** The map as a picture: the table says the same. */
export const mapFigure = (query: string, words: string): Markup =>
  html`<figure><img src="/export/map.svg${query}" alt="${pageTexts.mapAlt(words)}"><figcaption>${link(`/export/map.svg${query}`, pageTexts.mapSvg)} · ${link(`/export/map.png${query}`, pageTexts.mapPng)}</figcaption></figure>`;

function columns({ question, by, months, figures }: PageQuestion): Column<Row>[] {
  const at = queryText([["at", question.at]]);
  const figure = (head: string, meaning: string, cell: (row: Row) => string): Column<Row> => ({
    head,
    meaning,
    cell,
    figure: true,
  });
  const measured: Partial<Record<PageQuestion["by"], Column<Row>[]>> = {
    funders: [figure(texts.funders, texts.fundersTitle, (row) => count(row.funders))],
    ending: [
      figure(texts.ending, texts.endingTitle(months), (row) => count(row.ending)),
      figure(pageTexts.money, pageTexts.moneyMeaning, (row) => money(row.endingMoney ?? undefined)),
    ],
    churn: [figure(texts.churn, texts.churnTitle, (row) => rate(row.churn ?? undefined))],
  };
  return [
    {
      head: texts.rank,
      cell: (row) =>
        isRanked(measuresOf(row), by)
          ? rank(row.rank, row.tied)
          : html`<abbr title="${texts.noRankTitle}">–</abbr>`,
      figure: true,
    },
    {
      head: pageTexts.place,
      cell: (row) => link(`/plain/place/${encodeURIComponent(row.code)}${at}`, row.name),
      names: true,
    },
    { head: pageTexts.region, cell: (row) => row.region },
    figure(texts.covers, texts.coversTitle, (row) => count(row.covers)),
    figure(pageTexts.touches, pageTexts.touchesMeaning, (row) => count(row.touches)),
    figure(texts.within, texts.withinTitle, (row) => count(row.within)),
    figure(texts.all, texts.allTitle, (row) => count(row.all)),
    ...(measured[by] ?? []),
    ...figureColumns(by, figures, figure),
    figure(texts.lastYear, texts.lastYearTitle, (row) => texts.changes(row.started, row.ended)),
  ];
}

/** The ranking's figure and what it is made of, where it goes by one. */
function figureColumns(
  by: PageQuestion["by"],
  figures: PageQuestion["figures"],
  column: (head: string, meaning: string, cell: (row: Row) => string) => Column<Row>,
): Column<Row>[] {
  if (!figures || !isFigure(by)) return [];
  return [
    column(figures.title, figures.unit, (row) => figureWord(by, measuresOf(row).figure)),
    { head: pageTexts.figureNote, cell: (row) => row.figure?.note ?? "" },
  ];
}

/** What was unknown is null on the wire and undefined in the fold. */
const measuresOf = ({ endingMoney, churn, figure, ...row }: Row) => ({
  ...row,
  figure: figure
    ? { value: figure.value ?? undefined, atLeast: figure.at_least, note: figure.note }
    : undefined,
  endingMoney: endingMoney === null ? undefined : pounds(endingMoney),
  churn: churn ?? undefined,
});

/** The same question in the app. */
export function appAddress(
  { question, area, by, months }: PageQuestion,
  places: StudyIndex["study"]["places"],
): string {
  const params: [string, string][] = [["d", question.at]];
  if (question.categories?.length) params.push(["cat", question.categories.join(",")]);
  if (question.programmes?.length) params.push(["prog", question.programmes.join(",")]);
  for (const department of question.departments ?? []) params.push(["dep", department]);
  for (const funder of question.funders ?? []) params.push(["fund", funder]);
  if (question.aims?.length) params.push(["aim", question.aims.join(",")]);
  if (area.kind === "place")
    return `/place/${encodeURIComponent(places[area.place]!.code)}${queryText(params)}`;
  if (by !== "cover") params.push(["by", by]);
  if (months !== ENDING_MONTHS) params.push(["months", String(months)]);
  if (area.kind === "region") params.push(["region", area.region]);
  return `/hotspots${queryText(params)}`;
}
