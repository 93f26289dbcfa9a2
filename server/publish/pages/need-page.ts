/** Uncovered need without script: the whole, by region and by place, with what must be known first. */
import { count, longDate, percent } from "../../../client/format.ts";
import type { NeedReply } from "../../contract/need.ts";
import { queryText } from "../../contract/page-question.ts";
import type { Study } from "../../core/model.ts";
import { sumOf, worstFirst } from "../../core/need/by-reach.ts";
import { html, type Markup } from "../markup.ts";
import type { PageQuestion } from "../page-context.ts";
import { type Column, link, paragraphs, table } from "./elements.ts";
import type { PlainPage } from "./layout.ts";
import { needTexts } from "./need-texts.ts";
import { pageTexts } from "./page-texts.ts";
import { choice, questionForm } from "./plain-form.ts";

type Counts = NeedReply["total"];
type Place = NeedReply["places"][number];
type Region = NeedReply["regions"][number];

const DOOR = "/plain/need";
/** Shares of small areas that the form offers. */
const SHARES = [0.05, 0.1, 0.2, 0.3];

export function needPage(study: Study, asked: PageQuestion, reply: NeedReply): PlainPage {
  const { at } = asked.question;
  const share = Number(reply.question.share);
  const { total } = reply;
  const people = sumOf(total.people);
  const query = queryText(Object.entries(reply.question));
  const body = html`<p>${needTexts.lead(percent(share), whole(people), longDate(at))}</p>
${questionForm(DOOR, study, asked, { ranked: false, fields: shareField(share) })}
<h2>${pageTexts.rests}</h2>
${paragraphs(reply.caveats)}
<h2>${needTexts.regions}</h2>
${table<Region>(
  needTexts.regions,
  [{ head: pageTexts.region, names: true, cell: ({ region }) => region }, ...COUNTS],
  reply.regions,
)}
<h2>${needTexts.places}</h2>
<p>${needTexts.placesRule}</p>
${table<Place>(
  needTexts.places,
  [
    {
      head: pageTexts.place,
      names: true,
      cell: ({ code, name }) =>
        link(`/plain/place/${encodeURIComponent(code)}${queryText([["at", at]])}`, name),
    },
    { head: pageTexts.region, cell: ({ region }) => region },
    ...COUNTS,
  ],
  inNeed(reply.places),
  needTexts.noPlaces,
)}
<p>${link(`/export/need-places.csv${query}`, needTexts.takePlaces)}, ${link(`/export/need.csv${query}`, needTexts.takeAreas)}, ${link(`/api/v1/need${query}`, pageTexts.reply)}</p>`;
  return {
    heading: needTexts.heading(total.none_share === null ? undefined : percent(total.none_share)),
    body,
    door: DOOR,
  };
}

/** Where no small areas are loaded: why, and what would have to be. */
export const noNeedPage = (reason: string): PlainPage => ({
  heading: needTexts.noneLoaded,
  body: html`<p>${reason}</p>`,
  door: DOOR,
});

const whole = (people: number) => count(Math.round(people));

const COUNTS: readonly Column<Counts>[] = [
  {
    head: needTexts.areas,
    figure: true,
    cell: ({ areas }) => count(sumOf(areas)),
  },
  { head: needTexts.covers, figure: true, cell: ({ people }) => whole(people.covers) },
  { head: needTexts.within, figure: true, cell: ({ people }) => whole(people.within) },
  { head: needTexts.none, figure: true, cell: ({ people }) => whole(people.none) },
  {
    head: needTexts.noneShare,
    figure: true,
    cell: (counts) =>
      counts.none_share === null ? needTexts.noPeople : percent(counts.none_share),
  },
];

/** Places with small areas in need, in the order of the file of places; those alike in the reply's. */
const inNeed = (places: readonly Place[]) =>
  places.filter(({ areas }) => sumOf(areas) > 0).sort((a, b) => worstFirst(a.people, b.people));

function shareField(share: number): Markup {
  const shares = SHARES.includes(share) ? SHARES : [...SHARES, share].sort((a, b) => a - b);
  return choice(
    "share",
    needTexts.share,
    shares.map((one) => ({ value: String(one), word: needTexts.mostDeprived(percent(one)) })),
    String(share),
  );
}
