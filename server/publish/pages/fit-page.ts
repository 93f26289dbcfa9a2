/** Coterminosity without script: the matrix as a table, and one cell opened. */
import { degreeWords, evidenceWords, headlineCounts, isTested } from "../../../client/fit-words.ts";
import { area, count, longDate, percent, ratio } from "../../../client/format.ts";
import { programmeShort } from "../../../client/programme-words.ts";
import { CLASS_WORDS, texts } from "../../../client/texts/coterminosity.ts";
import { CAUSE_WORDS } from "../../../client/texts/words.ts";
import type { FitMatrixReply, FitOpenedReply } from "../../contract/fit-matrix.ts";
import { queryText } from "../../contract/page-question.ts";
import { questionParams } from "../../contract/question.ts";
import type { Study } from "../../core/model.ts";
import { html, type Insert, type Markup } from "../markup.ts";
import type { PageQuestion } from "../page-context.ts";
import { type Column, facts, link, table } from "./elements.ts";
import { jaccardByPeople, piecesTable } from "./fit-tables.ts";
import type { PlainPage } from "./layout.ts";
import { pageTexts } from "./page-texts.ts";
import { questionForm } from "./plain-form.ts";

type Body = FitMatrixReply["bodies"][number];
type Tier = FitMatrixReply["tiers"][number];
type Step = NonNullable<FitOpenedReply["move"]>["steps"][number];
type Other = FitOpenedReply["others"][number];

const DOOR = "/plain/coterminosity";

/** Every outline against every tier: class, Jaccard, the closest area, each a way on. */
export function matrixPage(study: Study, asked: PageQuestion, reply: FitMatrixReply): PlainPage {
  const { question } = asked;
  const { tested, untested, identical, crossing } = headlineCounts(reply.bodies);
  const heading = texts.heading(tested, identical, crossing, longDate(question.at));
  const query = queryText(questionParams(question));
  const body = html`<p>${texts.lead(untested)}</p>
${questionForm(DOOR, study, asked, { ranked: false })}
<h2>${texts.caption}</h2>
${table<Body>(texts.caption, columns(reply, question.at), reply.bodies.filter(isTested), texts.none)}
<h2>${pageTexts.degreeOfFit}</h2>
<p>${texts.degreeRule.ground}</p>
${table<Tier>(
  pageTexts.degreeOfFit,
  [
    { head: pageTexts.tier, names: true, cell: ({ title }) => title },
    { head: texts.by.ground, cell: (tier) => degreeWords(tier, "ground") },
    { head: texts.by.people, cell: (tier) => degreeWords(tier, "people") },
  ],
  reply.tiers,
)}
<h2>${pageTexts.classes}</h2>
${facts(Object.values(CLASS_WORDS).map(({ mark, word, rule }) => [`${mark} ${word}`, rule] as const))}
<p>${link(`/export/coterminosity.csv${query}`, texts.takeMatrix)}, ${link(`/export/gaps.geojson${query}`, texts.takeGaps)}, ${link(`/api/v1/fit${query}`, pageTexts.reply)}</p>`;
  return { heading, body, door: DOOR, app: `/coterminosity?d=${question.at}` };
}

function columns({ tiers }: FitMatrixReply, at: string): Column<Body>[] {
  return [
    {
      head: texts.body,
      names: true,
      cell: ({ name, programme, programmeName }) =>
        html`${name} (${programmeShort({ code: programme, name: programmeName })})`,
    },
    ...tiers.map(
      (tier, t): Column<Body> => ({
        head: tier.title,
        cell: ({ initiative, cells }) => cellWords(initiative, cells[t]!, at),
      }),
    ),
  ];
}

function cellWords(initiative: string, cell: Body["cells"][number], at: string): Insert {
  const { word } = CLASS_WORDS[cell.class ?? "untested"];
  if (!cell.reference || cell.jaccard === null) return word;
  const opened = `${DOOR}/${encodeURIComponent(initiative)}/${encodeURIComponent(cell.layer)}`;
  const people =
    cell.jaccard_people === null ? "" : ` (${texts.by.people} ${ratio(cell.jaccard_people)})`;
  return html`${word} ${ratio(cell.jaccard)}${people}, ${link(`${opened}${queryText([["at", at]])}`, cell.reference.name)}`;
}

/** One cell: map, ground and people, cause with its evidence, what would have to move, other areas. */
export function openedPage(reply: FitOpenedReply, possible: Markup, at: string): PlainPage {
  const { initiative, layer, reference, pair, gap, overspill, people, move } = reply;
  const path = `${encodeURIComponent(initiative.id)}/${encodeURIComponent(layer.id)}`;
  const when = queryText([["at", at]]);
  const living = (value: number | null | undefined) =>
    value === null || value === undefined ? texts.notKnown : count(Math.round(value));
  const { cause, cause_reason: reason, evidence } = pair;
  const body = html`<p><b>${CLASS_WORDS[pair.class].word}.</b> ${reply.class_reason}</p>
<figure><img src="/api/v1/fit/${path}/${encodeURIComponent(reference.code)}.svg${when}" alt="${texts.mapAlt(initiative.name, reference.name)}"><figcaption>${pageTexts.fitKey(initiative.name, reference.name)}</figcaption></figure>
<h2>${texts.measures}</h2>
${facts([
  [texts.shared, area(pair.intersection_m2)],
  [texts.gapRow, `${area(gap.area_m2)}; ${pageTexts.peopleOf(living(gap.people))}`],
  [
    texts.overspillRow,
    `${area(overspill.area_m2)}; ${pageTexts.peopleOf(living(overspill.people))}`,
  ],
  [pageTexts.jaccardBy.ground, pair.jaccard === null ? texts.notKnown : ratio(pair.jaccard)],
  [pageTexts.jaccardBy.people, jaccardByPeople(reply)],
])}
<p>${people.title && people.vintage ? texts.peopleFrom(people.title, people.vintage, people.rule) : people.rule}</p>
<h2>${texts.whyHeading}</h2>
<p><b>${cause ? texts.cause(CAUSE_WORDS[cause]) : texts.noCause}</b> ${reason} ${evidence && evidenceWords(evidence).join(" ")}</p>
${piecesTable(reply)}
<h2>${texts.moveHeading}</h2>
${move ? moves(move) : html`<p>${reply.move_reason ?? texts.moveNone}</p>`}
${possible}
<h2>${texts.othersHeading}</h2>
${table<Other>(
  texts.others,
  [
    {
      head: texts.area,
      names: true,
      cell: ({ code, name }) =>
        link(
          `${DOOR}/${path}${queryText([
            ["at", at],
            ["reference", code],
          ])}`,
          name,
        ),
    },
    { head: pageTexts.classWord, cell: (other) => CLASS_WORDS[other.class].word },
    { head: texts.jaccard, figure: true, cell: ({ jaccard }) => ratio(jaccard) },
    { head: texts.inside, figure: true, cell: (other) => percent(other.body_in_reference) },
  ],
  reply.others,
)}
<p>${link(
    `/api/v1/fit/${path}${queryText([
      ["at", at],
      ["reference", reference.code],
    ])}`,
    pageTexts.reply,
  )}</p>`;
  return {
    heading: `${texts.against(initiative.name, reference.name)}`,
    body,
    door: DOOR,
    app: `/coterminosity${queryText([
      ["d", at],
      ["body", initiative.id],
      ["tier", layer.id],
      ["ref", reference.code],
    ])}`,
  };
}

const moves = (move: NonNullable<FitOpenedReply["move"]>): Markup =>
  html`<p>${texts.moveNote(move.title, move.reached, ratio(move.target))}</p>
${table<Step>(
  texts.moveHeading,
  [
    { head: texts.area, names: true, cell: ({ name }) => name },
    { head: texts.change, cell: ({ kind }) => (kind === "add" ? texts.add : texts.drop) },
    { head: texts.ground, figure: true, cell: (step) => area(step.area_m2) },
    {
      head: texts.people,
      figure: true,
      cell: ({ people }) => (people === null ? texts.notKnown : count(Math.round(people))),
    },
    { head: texts.reaches, figure: true, cell: ({ jaccard }) => ratio(jaccard) },
  ],
  move.steps,
  texts.moveNone,
)}`;
