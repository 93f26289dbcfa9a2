/** The leading places of a question, numbered as on the map. */
import { count, inWords, longDate } from "../../../client/format.ts";
import { metricOf } from "../../../client/metrics.ts";
import { programmeShort } from "../../../client/programme-words.ts";
import { RANKING_WORDS } from "../../../client/ranking-words.ts";
import { texts } from "../../../client/texts/hotspots.ts";
import { regionInText } from "../../../client/texts/words.ts";
import { isFigure } from "../../core/hotspots/place-figures.ts";
import { isRanked, type PlaceRow } from "../../core/hotspots/ranking.ts";
import { stackAt } from "../../core/hotspots/stack.ts";
import type { StudyIndex } from "../../core/hotspots/study-index.ts";
import { html, type Markup } from "../markup.ts";
import type { PageQuestion } from "../page-context.ts";
import { pageTexts } from "../pages/page-texts.ts";

/** Places that one page has room for. */
const LEADING = 10;

/** The first ten of a ranking; fewer where it has nothing to go by at more. */
export const leadingPlaces = (
  { by }: PageQuestion,
  rows: readonly PlaceRow[],
  most = LEADING,
): PlaceRow[] => rows.filter((row) => isRanked(row, by)).slice(0, most);

export function hotspotsTable(
  index: StudyIndex,
  asked: PageQuestion,
  rows: readonly PlaceRow[],
): Markup {
  const { area, question, by } = asked;
  const metric = metricOf(by);
  const { places } = index.study;
  const where = area.kind === "region" ? regionInText(area.region) : "England";
  const date = longDate(question.at);
  const title = pageTexts.leading(
    inWords(rows.length),
    rows.length,
    where,
    RANKING_WORDS[by].option,
    date,
  );
  if (rows.length === 0) return html`<p class="empty">${pageTexts.noneRanked(where, date)}</p>`;
  const body = rows.map(
    (row, i) =>
      html`<tr><td class="number"><span>${i + 1}</span></td><th scope="row">${places[row.place]!.name}${area.kind === "england" && html` <small>${places[row.place]!.region}</small>`}</th><td class="figure">${count(row.covers)}</td><td class="figure">${count(row.touches)}</td><td class="figure">${count(row.within)}</td><td class="figure"><b>${count(row.all)}</b></td><td class="figure">${metric ? html`<b>${metric.figure(row)}</b>` : texts.changes(row.started, row.ended)}</td><td class="which"><div>${programmesAt(index, asked, row.place)}</div></td></tr>
`,
  );
  return html`<div class="scroll"><table>
<caption>${title}</caption>
<thead><tr><th scope="col"><span class="unseen">${pageTexts.onMap}</span></th><th scope="col">${pageTexts.place}</th><th scope="col" class="figure">${texts.covers}</th><th scope="col" class="figure">${pageTexts.part}</th><th scope="col" class="figure">${texts.within}</th><th scope="col" class="figure">${texts.all}</th><th scope="col" class="figure">${metric ? figureHead(by) : texts.lastYear}</th><th scope="col">${pageTexts.which}</th></tr></thead>
<tbody>
${body}</tbody>
</table></div>`;
}

/** Over the column of the figure that places are ranked by. */
function figureHead(by: PageQuestion["by"]): string {
  if (isFigure(by)) return texts.figureColumns[by];
  if (by === "funders") return texts.funders;
  return by === "ending" ? texts.ending : texts.churn;
}

/** The programmes of a place's stack, each with its number where it is there more than once. */
function programmesAt(index: StudyIndex, { question }: PageQuestion, place: number): string {
  const { study } = index;
  const counts = new Map<number, number>();
  for (const { initiative, presence } of stackAt(index, question, place)) {
    if (presence === "undated") continue;
    const { programme } = study.initiatives[initiative]!;
    counts.set(programme, (counts.get(programme) ?? 0) + 1);
  }
  return [...counts]
    .map(([programme, times]) => {
      const name = programmeShort(study.programmes[programme]!);
      return times > 1 ? `${name} ×${times}` : name;
    })
    .join(", ");
}
