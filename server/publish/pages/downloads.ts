/** Ways to take a page's answer away: files, the reply behind it, the command that writes it. */
import { shared } from "../../../client/texts/shared.ts";
import { EXPORT_PARAMETERS } from "../../contract/export-parameters.ts";
import { pageParams, queryText } from "../../contract/page-question.ts";
import { questionParams } from "../../contract/question.ts";
import type { Study } from "../../core/model.ts";
import { formatsOf, UNITS } from "../exports/units.ts";
import { lastingPath } from "../lasting-link.ts";
import { html, joined, type Markup } from "../markup.ts";
import type { PageQuestion } from "../page-context.ts";
import { link } from "./elements.ts";
import { pageTexts } from "./page-texts.ts";

/** Every export of the question, in every format that it has. */
export function downloads(asked: PageQuestion, study: Study): Markup {
  const whole = queryText(pageParams(study, asked));
  const view = asked.area.kind === "place" ? "/place" : "/hotspots";
  const lasting = lastingPath(study.dataVersion, view, pageParams(study, asked));
  const query = queryText(questionParams(asked.question));
  // What is asked with more than the question, such as a share in need, is no download of this page.
  const ofQuestion = UNITS.filter(({ id }) => !(id in EXPORT_PARAMETERS));
  const units = ofQuestion.map((unit) => {
    const formats = formatsOf(unit).map(({ id, title }) =>
      link(`/export/${unit.id}.${id}${query}`, title),
    );
    return html`<li>${unit.title}: ${joined(formats, ", ")}</li>`;
  });
  const reply =
    asked.area.kind === "place"
      ? `/api/v1/stack${queryText([...questionParams(asked.question), ["place", study.places[asked.area.place]!.code]])}`
      : `/api/v1/places${queryText(pageParams(study, asked))}`;
  return html`<h2>${shared.download}</h2>
<p>${pageTexts.downloadsOf}</p>
<ul><li>${link(`/briefing${whole}`, pageTexts.briefingOf)}, ${link(`/export/briefing.html${whole}`, pageTexts.briefingFile)}</li><li>${link(lasting, pageTexts.lasting)}</li>${units}<li>${link(reply, pageTexts.reply)}</li></ul>
<p>${pageTexts.command}</p>
<pre tabindex="0">${commandText("places", "csv", asked)}</pre>`;
}

const word = (text: string) =>
  /^[\w,.:/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** The command that writes the same bytes. */
export const commandText = (unit: string, format: string, { question }: PageQuestion) =>
  [
    `npm run -s patchwork -- export ${unit} --format ${format}`,
    ...questionParams(question).map(([name, value]) => `--${name} ${word(value)}`),
  ].join(" ");
