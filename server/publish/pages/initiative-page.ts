import { listing, money } from "../../../client/format.ts";
import { texts } from "../../../client/texts/hotspots.ts";
import { texts as questionTexts } from "../../../client/texts/question.ts";
import { CATEGORY_WORDS, GRADE_WORDS, SECTOR_WORDS } from "../../../client/texts/words.ts";
import { queryText } from "../../contract/page-question.ts";
import type { InitiativeReply } from "../../contract/replies.ts";
import { addDays, isoDate } from "../../core/units.ts";
import { html } from "../markup.ts";
import { areaWords, dateWords, evidence, facts, link, table } from "./elements.ts";
import type { PlainPage } from "./layout.ts";
import { pageTexts } from "./page-texts.ts";

type Money = InitiativeReply["money"][number];
type Partner = InitiativeReply["partners"][number];
type Aim = InitiativeReply["aims"][number];

/** One initiative: everything recorded about it, each with its evidence. */
export function initiativePage(reply: InitiativeReply): PlainPage {
  const { id, name, programmeName, round } = reply;
  const grades = reply.grades.map(({ grade }) => GRADE_WORDS[grade]);
  const body = html`${facts([
    [questionTexts.programme, link("/plain/programmes", programmeName)],
    [pageTexts.category, CATEGORY_WORDS[reply.category]],
    [pageTexts.round, round],
    [pageTexts.start, dateWords(reply.start)],
    [pageTexts.lastDay, lastDay(reply)],
    [pageTexts.budget, money(reply.budget ?? undefined)],
    [pageTexts.body, reply.accountableBody || texts.bodyUnknown],
    [pageTexts.ground, listing([...new Set(grades)])],
    [pageTexts.area, areaWords(reply.area)],
    [pageTexts.members, listing(reply.members)],
    [pageTexts.missing, listing(reply.missing)],
    [pageTexts.evidence, evidence(reply.evidence)],
    [
      pageTexts.id,
      link(`/plain/checks${queryText([["thing", id]])}`, html`${id}, ${texts.versionsOf}`),
    ],
  ])}
<h2>${pageTexts.money}</h2>
${table<Money>(
  pageTexts.moneyCaption,
  [
    { head: pageTexts.year, names: true, cell: ({ label }) => label },
    { head: pageTexts.figure, figure: true, cell: ({ amount }) => money(amount) },
    { head: pageTexts.kind, cell: ({ kind }) => kind },
    { head: pageTexts.funder, cell: ({ funder }) => funder },
    { head: pageTexts.evidence, cell: (row) => evidence(row.evidence) },
  ],
  reply.money,
  pageTexts.noMoney,
)}
<h2>${texts.partnersHead}</h2>
${table<Partner>(
  texts.partnersHead,
  [
    { head: pageTexts.partner, names: true, cell: (partner) => partner.name },
    {
      head: pageTexts.role,
      cell: ({ role, sector }) => texts.partnerPart(role, SECTOR_WORDS[sector]),
    },
    { head: pageTexts.evidence, cell: (row) => evidence(row.evidence) },
  ],
  reply.partners,
  `${texts.partnersNone}.`,
)}
<h2>${texts.aimsHead}</h2>
${table<Aim>(
  texts.aimsHead,
  [
    { head: pageTexts.aim, names: true, cell: ({ aim }) => aim.replaceAll("_", " ") },
    { head: pageTexts.weight, cell: ({ weight }) => weight },
    { head: pageTexts.evidence, cell: (row) => evidence(row.evidence) },
  ],
  reply.aims,
  `${texts.aimsNone}.`,
)}
<p>${link(`/api/v1/initiatives/${encodeURIComponent(id)}`, pageTexts.reply)}</p>`;
  return { heading: `${programmeName}: ${name}`, body };
}

function lastDay({ end, endConfidence }: InitiativeReply): string {
  const day = end === null ? undefined : isoDate(end);
  if (!day) return pageTexts.notRecorded;
  return `${dateWords(addDays(day, -1))}${endConfidence === "recalled" ? `, ${texts.endRecalled}` : ""}`;
}
