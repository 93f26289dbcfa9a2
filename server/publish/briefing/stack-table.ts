/** What stands at one place on a date, as many rows as the page has room for. */
import { count, lifeSpan, money, percent } from "../../../client/format.ts";
import { initiativeTitle, programmeShort } from "../../../client/programme-words.ts";
import { texts } from "../../../client/texts/hotspots.ts";
import { GROUND_WORDS } from "../../../client/texts/words.ts";
import type { Question } from "../../core/hotspots/question.ts";
import { type StackEntry, stackAt } from "../../core/hotspots/stack.ts";
import type { StudyIndex } from "../../core/hotspots/study-index.ts";
import { html, type Markup } from "../markup.ts";
import { pageTexts } from "../pages/page-texts.ts";

/** Rows of two lines that one page has room for. */
const ROWS = 12;

export function stackTable(
  index: StudyIndex,
  question: Question,
  place: number,
  rows = ROWS,
): Markup {
  const stack = stackAt(index, question, place).filter(({ presence }) => presence !== "undated");
  if (stack.length === 0) return html`<p class="empty">${pageTexts.noneHere}</p>`;
  const shown = stack.slice(0, rows);
  const more = stack.length - shown.length;
  return html`<div class="scroll"><table class="stack">
<caption>${pageTexts.stackCaption(stack.length)}</caption>
<thead><tr><th scope="col">${pageTexts.initiative}</th><th scope="col" class="how">${pageTexts.how}</th><th scope="col">${pageTexts.dates}</th><th scope="col">${pageTexts.budget}</th><th scope="col">${pageTexts.body}</th></tr></thead>
<tbody>
${shown.map((entry) => row(index, entry))}</tbody>
</table></div>
${more > 0 && html`<p class="note">${pageTexts.moreOnline(count(more))}</p>`}`;
}

function row({ study }: StudyIndex, entry: StackEntry): Markup {
  const initiative = study.initiatives[entry.initiative]!;
  const programme = study.programmes[initiative.programme]!;
  const short = programmeShort(programme);
  const title = initiativeTitle(short, initiative.name, initiative.round);
  return html`<tr><th scope="row"><div><b>${short}</b> ${title !== short && title}</div></th><td><div>${howWords(study.outlines, entry)}</div></td><td><div>${lifeSpan(initiative.start, initiative.end)}</div></td><td><div>${money(initiative.budget)}</div></td><td><div>${initiative.accountableBody || texts.bodyUnknown}</div></td></tr>
`;
}

function howWords(
  outlines: StudyIndex["study"]["outlines"],
  { presence, outline, share, indication }: StackEntry,
): string {
  if (presence === "within")
    return indication === undefined ? pageTexts.withinShort : GROUND_WORDS.indicative;
  const ground = outline === undefined ? "" : `: ${GROUND_WORDS[outlines[outline]!.grade]}`;
  const part = presence === "covers" ? pageTexts.coversShort : texts.ofPlace(percent(share));
  return `${part}${ground}`;
}
