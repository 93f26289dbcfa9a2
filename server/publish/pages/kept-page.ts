/** A question or a place as it was answered from earlier data: statement and table, from what was kept. */
import { pageParams, queryText } from "../../contract/page-question.ts";
import { hotspotsTable, leadingPlaces } from "../briefing/hotspots-table.ts";
import { stackTable } from "../briefing/stack-table.ts";
import { withoutFigures } from "../kept/without-figures.ts";
import { html } from "../markup.ts";
import type { PageContext, PageQuestion } from "../page-context.ts";
import { link, paragraphs } from "./elements.ts";
import type { PlainPage } from "./layout.ts";
import { pageTexts } from "./page-texts.ts";
import { caveats, statementOf } from "./statement.ts";

export function keptPage({ index }: PageContext, wanted: PageQuestion): PlainPage {
  const asked = withoutFigures(wanted);
  const { study } = index;
  const { area, question } = asked;
  const statement = statementOf(index, asked);
  const table =
    area.kind === "place"
      ? stackTable(index, question, area.place, Number.POSITIVE_INFINITY)
      : hotspotsTable(index, asked, leadingPlaces(asked, statement.rows, statement.rows.length));
  const today =
    area.kind === "place"
      ? `/plain/place/${encodeURIComponent(study.places[area.place]!.code)}${queryText([["at", question.at]])}`
      : `/plain/hotspots${queryText(pageParams(study, wanted))}`;
  return {
    heading: statement.headline,
    body: html`${paragraphs(statement.sentences)}${asked.by !== wanted.by && paragraphs([pageTexts.figuresNotKept])}
<div class="kept">${table}</div>
<p>${link(today, pageTexts.seeToday)}</p>
<h2>${pageTexts.rests}</h2>
${paragraphs(caveats(study, statement.summary))}`,
  };
}
