import { money } from "../../../client/format.ts";
import { heldWords } from "../../../client/programme-words.ts";
import { CATEGORY_WORDS } from "../../../client/texts/words.ts";
import { queryText } from "../../contract/page-question.ts";
import type { Programme, Study } from "../../core/model.ts";
import { addDays } from "../../core/units.ts";
import { html } from "../markup.ts";
import { dateWords, evidence, link, table } from "./elements.ts";
import type { PlainPage } from "./layout.ts";
import { pageTexts } from "./page-texts.ts";

/** Every programme, and how much of each is held. */
export function programmesPage({ programmes }: Study): PlainPage {
  const body = html`<p>${pageTexts.programmesLead}</p>
${table<Programme>(
  pageTexts.programmesCaption(programmes.length),
  [
    {
      head: pageTexts.programmeWord,
      names: true,
      cell: ({ code, name }) => link(`/plain/hotspots${queryText([["programme", code]])}`, name),
    },
    { head: pageTexts.category, cell: ({ category }) => CATEGORY_WORDS[category] },
    { head: pageTexts.department, cell: ({ leadDepartment }) => leadDepartment },
    { head: pageTexts.start, cell: ({ start }) => dateWords(start ?? null) },
    { head: pageTexts.lastDay, cell: ({ end }) => dateWords(end ? addDays(end, -1) : null) },
    { head: pageTexts.budget, cell: ({ budget }) => money(budget) },
    { head: pageTexts.held, cell: (programme) => `${heldWords(programme)}.` },
    {
      head: pageTexts.evidence,
      cell: (programme) =>
        evidence({ ...programme.evidence, dateRead: programme.evidence.dateRead ?? null }),
    },
  ],
  programmes,
)}`;
  return { heading: pageTexts.programmes, body, door: "/plain/programmes" };
}
