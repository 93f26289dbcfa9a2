import { count, lifeSpan, listing, money, percent, rate } from "../../../client/format.ts";
import { initiativeTitle, programmeShort } from "../../../client/programme-words.ts";
import { texts } from "../../../client/texts/hotspots.ts";
import { shared } from "../../../client/texts/shared.ts";
import { CATEGORY_WORDS, GRADE_WORDS, PRESENCE_WORDS } from "../../../client/texts/words.ts";
import { PLACE_MEASURES } from "../../contract/measures.ts";
import { pageParams, queryText } from "../../contract/page-question.ts";
import type { StackReply } from "../../contract/replies.ts";
import { PRESENCES } from "../../core/hotspots/stack.ts";
import type { StudyIndex } from "../../core/hotspots/study-index.ts";
import { isoDate } from "../../core/units.ts";
import { html, type Insert, type Markup } from "../markup.ts";
import type { PageQuestion } from "../page-context.ts";
import { downloads } from "./downloads.ts";
import { type Column, evidence, link, paragraphs, table } from "./elements.ts";
import { appAddress, mapFigure } from "./hotspots-page.ts";
import type { PlainPage } from "./layout.ts";
import { pageTexts } from "./page-texts.ts";
import { questionForm } from "./plain-form.ts";
import { caveats, statementOf } from "./statement.ts";

type Entry = StackReply["entries"][number];

/** Everything on one place: statement, stack by how each is there, measures, map, downloads. */
export function placePage(index: StudyIndex, asked: PageQuestion, reply: StackReply): PlainPage {
  const { study } = index;
  const statement = statementOf(index, asked);
  const query = queryText(pageParams(study, asked));
  const groups = PRESENCES.flatMap((presence) => {
    const entries = reply.entries.filter((entry) => entry.presence === presence);
    if (entries.length === 0) return [];
    const heading = `${PRESENCE_WORDS[presence]}: ${count(entries.length)}`;
    return [html`<h3>${PRESENCE_WORDS[presence]}</h3>${table(heading, COLUMNS, entries)}`];
  });
  const body = html`${paragraphs(statement.sentences)}
${questionForm(`/plain/place/${encodeURIComponent(reply.place.code)}`, study, asked, { ranked: false })}
<h2>${pageTexts.stackHeading}</h2>
${groups.length > 0 ? groups : html`<p class="empty">${pageTexts.noneHere} ${texts.emptyStackHint}</p>`}
<h2>${pageTexts.measuresHeading}</h2>
${reply.measures ? measures(reply.measures) : html`<p>${texts.notRanked}.</p>`}
<h2>${pageTexts.map}</h2>
${mapFigure(query, statement.headline)}
${downloads(asked, study)}
<h2>${pageTexts.rests}</h2>
${paragraphs(caveats(study, statement.summary))}`;
  return {
    heading: statement.headline,
    body,
    door: "/plain/places",
    app: appAddress(asked, study.places),
  };
}

const day = (date: string | null) => (date === null ? undefined : isoDate(date));

/** What was printed for the year where anything was, else the recorded budget. */
function entryMoney({ yearMoney, yearMoneyLabel, budget }: Entry): Insert {
  if (yearMoney !== null) return `${money(yearMoney)} ${yearMoneyLabel ?? ""}`;
  return budget === null ? money(undefined) : `${money(budget)} ${texts.lifetime}`;
}

function ground({ grade, share, indication }: Entry): string {
  const size = indication ? `: ${texts.citedSize(sizes(indication), indication.citation)}` : "";
  const part = share === null || share >= 0.995 ? "" : `, ${texts.ofPlace(percent(share))}`;
  return `${GRADE_WORDS[grade]}${part}${size}`;
}

const sizes = ({ smallest, largest }: { smallest: number; largest: number }) =>
  shared.to(`${(smallest / 1e6).toFixed(1)} km²`, `${(largest / 1e6).toFixed(1)} km²`);

const COLUMNS: readonly Column<Entry>[] = [
  {
    head: pageTexts.initiative,
    names: true,
    cell: ({ id, programme, programmeName, name, round }) => {
      const short = programmeShort({ code: programme, name: programmeName });
      const title = initiativeTitle(short, name, round);
      return link(
        `/plain/initiative/${encodeURIComponent(id)}`,
        title === short ? short : `${short}: ${title}`,
      );
    },
  },
  { head: pageTexts.category, cell: ({ category }) => CATEGORY_WORDS[category] },
  {
    head: pageTexts.dates,
    cell: ({ start, end, endConfidence }) =>
      `${lifeSpan(day(start), day(end))}${endConfidence === "recalled" ? `, ${texts.endRecalled}` : ""}`,
  },
  { head: pageTexts.ground, cell: ground },
  { head: pageTexts.money, cell: entryMoney },
  { head: texts.fundedBy, cell: ({ department }) => department || pageTexts.notRecorded },
  { head: pageTexts.body, cell: ({ accountableBody }) => accountableBody || texts.bodyUnknown },
  { head: pageTexts.evidence, cell: (entry) => evidence(entry.evidence) },
];

type Measures = NonNullable<StackReply["measures"]>;
type Measure = (typeof PLACE_MEASURES)[number];

const VALUES: Record<Measure["id"], (row: Measures) => string> = {
  covers: (row) => count(row.covers),
  touches: (row) => count(row.touches),
  within: (row) => count(row.within),
  undated: (row) => count(row.undated),
  all: (row) => count(row.all),
  funders: (row) => count(row.funders),
  started: (row) => count(row.started),
  ended: (row) => count(row.ended),
  ending: (row) => count(row.ending),
  ending_money: (row) => money(row.endingMoney ?? undefined),
  ending_money_known: (row) => count(row.endingMoneyKnown),
  rule_changes: (row) => count(row.ruleChanges),
  churn: (row) => rate(row.churn ?? undefined),
  rank: (row) => `${count(row.rank)}${row.tied ? "=" : ""}`,
};

const measures = (row: Measures): Markup =>
  table<Measure>(
    pageTexts.measuresCaption,
    [
      { head: pageTexts.measure, names: true, cell: ({ title }) => title },
      { head: pageTexts.figure, figure: true, cell: ({ id }) => VALUES[id](row) },
      { head: pageTexts.meaning, cell: ({ meaning }) => meaning },
    ],
    PLACE_MEASURES,
  );

/** Every place by region, for those who know its name. */
export function placesPage(index: StudyIndex): PlainPage {
  const { places } = index.study;
  const regions = [...new Set(places.map(({ region, country }) => region || country))].sort();
  const lists = regions.map((region) => {
    const own = places
      .filter((place) => (place.region || place.country) === region)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const items = own.map(
      ({ code, name }) => html`<li>${link(`/plain/place/${encodeURIComponent(code)}`, name)}</li>`,
    );
    return html`<h2>${region}</h2><ul class="names">${items}</ul>`;
  });
  const summary = pageTexts.placesLead(count(places.length), listing(regions));
  return {
    heading: pageTexts.places,
    body: html`<p>${summary}</p>${lists}`,
    door: "/plain/places",
  };
}
