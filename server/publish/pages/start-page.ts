import type { StudyIndex } from "../../core/hotspots/study-index.ts";
import { html } from "../markup.ts";
import type { PageQuestion } from "../page-context.ts";
import { link, paragraphs } from "./elements.ts";
import { DOORS, type PlainPage } from "./layout.ts";
import { pageTexts } from "./page-texts.ts";
import { statementOf } from "./statement.ts";

/** The way in: what this is, the statement of the usual date, a door for each kind of work. */
export function startPage(index: StudyIndex, asked: PageQuestion): PlainPage {
  const { headline, sentences } = statementOf(index, asked);
  const doors = DOORS.map(
    ({ path, word }) => html`<li>${link(path, word)}: ${pageTexts.doorNotes[path] ?? ""}</li>`,
  );
  const body = html`<p>${pageTexts.lead}</p>
<h2>${headline}</h2>
${paragraphs(sentences)}
<h2>${pageTexts.doorsHeading}</h2>
<ul>${doors}<li>${link("/api/v1/openapi.json", pageTexts.api)}: ${pageTexts.apiNote}</li></ul>`;
  return { heading: pageTexts.startHeading, body };
}
