/** The question as a form that any browser can send. */

import { programmeShort } from "../../../client/programme-words.ts";
import { RANKING_WORDS } from "../../../client/ranking-words.ts";
import { texts } from "../../../client/texts/hotspots.ts";
import { texts as questionTexts } from "../../../client/texts/question.ts";
import { aimWord, CATEGORY_WORDS } from "../../../client/texts/words.ts";
import type { PageQuestion } from "../../contract/page-question.ts";
import { RANKINGS, regionsOf } from "../../core/hotspots/ranking.ts";
import { FIRST_DAY, LAST_DAY } from "../../core/hotspots/timeline.ts";
import { CATEGORIES, type Study } from "../../core/model.ts";
import { html, type Insert, type Markup } from "../markup.ts";
import { pageTexts } from "./page-texts.ts";

interface Choice {
  readonly value: string;
  readonly word: string;
}

/**
 * @param action where the form is sent to
 * @param more whether it asks for region and ranking, and what else it asks after the date
 */
export function questionForm(
  action: string,
  study: Study,
  { question, area, by, months }: PageQuestion,
  more: { readonly ranked: boolean; readonly fields?: Markup },
): Markup {
  const regions = regionsOf(study).map((region) => ({ value: region, word: region }));
  const rankings = RANKINGS.map((id) => ({ value: id, word: RANKING_WORDS[id].option }));
  const categories = CATEGORIES.map((id) => ({ value: id, word: CATEGORY_WORDS[id] }));
  const programmes = study.programmes.map((one) => ({
    value: one.code,
    word: programmeShort(one),
  }));
  const aims = [...new Set(study.programmes.flatMap((one) => one.aims))]
    .sort()
    .map((id) => ({ value: id, word: aimWord(id) }));
  const departments = [...new Set(study.programmes.map(({ department }) => department))]
    .filter((name) => name !== "")
    .sort()
    .map((name) => ({ value: name, word: name }));
  const funders = [
    ...new Set(study.initiatives.flatMap((one) => one.funders.map((at) => study.funders[at]!))),
  ]
    .sort()
    .map((name) => ({ value: name, word: name }));
  return html`<form action="${action}" method="get" class="question">
<p><label for="at">${questionTexts.date}</label> <input id="at" name="at" type="date" value="${question.at}" min="${FIRST_DAY}" max="${LAST_DAY}"></p>
${more.fields}
${
  more.ranked &&
  html`<p><label for="region">${pageTexts.region}</label> ${select("region", [{ value: "", word: pageTexts.allRegions }, ...regions], area.kind === "region" ? area.region : "")}</p>
<p><label for="by">${texts.rankBy}</label> ${select("by", rankings, by)}</p>
<p><label for="months">${texts.lookAhead}</label> <input id="months" name="months" type="number" min="1" max="120" value="${months}"></p>`
}
${boxes(pageTexts.category, "category", categories, question.categories ?? [], true)}
${boxes(questionTexts.programmes, "programme", programmes, question.programmes ?? [], false)}
${boxes(questionTexts.aims, "aim", aims, question.aims ?? [], false)}
${boxes(questionTexts.departments, "department", departments, question.departments ?? [], false)}
${boxes(questionTexts.funders, "funder", funders, question.funders ?? [], false)}
<p class="send"><button type="submit">${pageTexts.show}</button> <a href="${action}">${questionTexts.clear}</a></p>
</form>`;
}

/** One of several, with its label. */
export const choice = (
  name: string,
  label: string,
  choices: readonly Choice[],
  chosen: string,
): Markup => html`<p><label for="${name}">${label}</label> ${select(name, choices, chosen)}</p>`;

const select = (name: string, choices: readonly Choice[], chosen: string): Markup =>
  html`<select id="${name}" name="${name}">${choices.map(({ value, word }) => html`<option value="${value}"${value === chosen && html` selected`}>${word}</option>`)}</select>`;

/** Tick-boxes under a legend; a long list is folded unless something in it is ticked. */
function boxes(
  legend: string,
  name: string,
  choices: readonly Choice[],
  ticked: readonly string[],
  open: boolean,
): Markup {
  const list: Insert = choices.map(
    ({ value, word }, i) =>
      html`<li><input type="checkbox" id="${name}-${i}" name="${name}" value="${value}"${ticked.includes(value) && html` checked`}> <label for="${name}-${i}">${word}</label></li>`,
  );
  const summary = `${legend}: ${ticked.length > 0 ? questionTexts.ofAll(ticked.length, choices.length) : pageTexts.all}`;
  const group = html`<fieldset><legend${!open && html` class="unseen"`}>${legend}</legend><ul class="boxes">${list}</ul></fieldset>`;
  if (open) return group;
  return html`<details${ticked.length > 0 && html` open`}><summary>${summary}</summary>${group}</details>`;
}
