/** What a map, page or briefing says in sentences: the app's own words, of the same folds. */
import { accuracyWords } from "../../../client/accuracy-words.ts";
import {
  area as areaWords,
  inWords,
  listing,
  longDate,
  shortVersion,
} from "../../../client/format.ts";
import { heldWords, programmeShort } from "../../../client/programme-words.ts";
import { metricHeadline } from "../../../client/ranking-words.ts";
import { texts } from "../../../client/texts/hotspots.ts";
import { aimWord, CATEGORY_WORDS, regionInText } from "../../../client/texts/words.ts";
import { type PageQuestion, rankWith } from "../../contract/page-question.ts";
import { isFigure } from "../../core/hotspots/place-figures.ts";
import { measurePlace } from "../../core/hotspots/place-measures.ts";
import type { Question } from "../../core/hotspots/question.ts";
import { type PlaceRow, rankPlaces } from "../../core/hotspots/ranking.ts";
import { stackAt } from "../../core/hotspots/stack.ts";
import type { StudyIndex } from "../../core/hotspots/study-index.ts";
import { type Summary, summarise } from "../../core/hotspots/summary.ts";
import type { Study } from "../../core/model.ts";
import { pageTexts } from "./page-texts.ts";

export interface Statement {
  /** One sentence without a full stop. */
  readonly headline: string;
  /** Whole sentences. */
  readonly sentences: readonly string[];
  /** The ranked places; of one place its row alone, and none outside England. */
  readonly rows: readonly PlaceRow[];
  readonly summary: Summary;
}

/** The statement of a page's question. */
export function statementOf(index: StudyIndex, asked: PageQuestion): Statement {
  const { area, question } = asked;
  const region = area.kind === "region" ? area.region : undefined;
  const all = rankPlaces(index, question, asked.by, region, rankWith(asked));
  const rows = area.kind === "place" ? all.filter(({ place }) => place === area.place) : all;
  const summary = summarise(index, question, rows);
  const filters = filterWords(index.study, question);
  const counting = filters.length > 0 ? [texts.counting(filters)] : [];
  if (area.kind === "place") {
    const { headline, sentences } = ofPlace(index, question, area.place, rows[0], all.length);
    return { headline, sentences: [...sentences, ...counting], rows, summary };
  }
  const alive = region === undefined ? summary.alive : aliveAt(index, question, rows);
  const where = region === undefined ? "England" : regionInText(region);
  const { by, months, figures } = asked;
  const found = !isFigure(by) || figures !== undefined;
  const ranked = { by, months, rows, found };
  const ofMetric = metricHeadline(ranked, index.study, longDate(question.at), where);
  const headline =
    ofMetric ??
    texts.headline(longDate(question.at), summary.placesWithPile, summary.pile, alive, where);
  return {
    headline,
    sentences: [...ofPlaces(index, rows, summary, alive), ...counting],
    rows,
    summary,
  };
}

function ofPlaces(
  { study }: StudyIndex,
  rows: readonly PlaceRow[],
  summary: Summary,
  alive: number,
) {
  if (alive === 0) return [texts.nothingLive];
  const names = summary.most.places.map((place) => study.places[place]!.name);
  const lead = texts.alive(alive, summary.placesWithAny, rows.length);
  if (summary.most.count === 0) return [lead];
  const rest = texts.rest(rows.length - summary.placesWithAny, rows.length);
  return [lead, `${texts.most(names, summary.most.count)} ${rest}`];
}

function ofPlace(
  index: StudyIndex,
  question: Question,
  place: number,
  row: PlaceRow | undefined,
  places: number,
) {
  const { name, region, area } = index.study.places[place]!;
  const { covers, touches, within, undated, all } = row ?? measurePlace(index, question, place);
  const parts = [
    covers > 0 ? pageTexts.cover(inWords(covers), covers) : "",
    touches > 0 ? pageTexts.coverPart(inWords(touches), touches) : "",
    within > 0 ? pageTexts.within(inWords(within), within) : "",
  ].filter(Boolean);
  const date = longDate(question.at);
  return {
    headline: pageTexts.placeHeadline(name, all, date),
    sentences: [
      ...(parts.length > 0 ? [sentence(listing(parts))] : [texts.emptyStackHint]),
      ...(undated > 0 ? [pageTexts.undated(inWords(undated), undated)] : []),
      ...(row && all > 0 ? [pageTexts.behind(row.funders, row.ending)] : []),
      pageTexts.whereIs(name, region, areaWords(area), row && all > 0 ? row : undefined, places),
    ],
  };
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function aliveAt(index: StudyIndex, question: Question, rows: readonly PlaceRow[]): number {
  const found = new Set<number>();
  for (const { place } of rows)
    for (const { initiative, presence } of stackAt(index, question, place))
      if (presence !== "undated") found.add(initiative);
  return found.size;
}

/** The filters of a question in words; none where it leaves all in. */
export function filterWords(study: Study, question: Question): string[] {
  return [
    ...(question.categories ?? []).map((category) => CATEGORY_WORDS[category]),
    ...(question.programmes ?? []).map((code) =>
      programmeShort(study.programmes.find((programme) => programme.code === code)!),
    ),
    ...(question.aims ?? []).map(aimWord),
    ...(question.departments ?? []),
    ...(question.funders ?? []),
  ];
}

/** Programmes that are not held whole, named; empty where none is incomplete. */
export function incompleteWords(study: Study, { incomplete }: Summary, named: number): string {
  if (incomplete.length === 0) return "";
  const words = incomplete
    .slice(0, named)
    .map((p) => `${programmeShort(study.programmes[p]!)} (${heldWords(study.programmes[p]!)})`);
  const more = incomplete.length - words.length;
  const names = incomplete.map((p) => programmeShort(study.programmes[p]!));
  return `${texts.incomplete(names)} ${words.join(", ")}${more > 0 ? texts.incompleteMore(more) : ""}.`;
}

/** What a reader has to know before leaning on a figure or a line. */
export function caveats(study: Study, summary: Summary, named = 3): string[] {
  const { title, vintage, grade, accuracy } = study.layer;
  const lines =
    grade === "generalised"
      ? texts.generalised(title, vintage, accuracyWords(accuracy))
      : texts.geography(title, vintage);
  return [
    pageTexts.rule,
    ...(summary.undated > 0 ? [texts.listNote(summary.undated)] : []),
    incompleteWords(study, summary, named),
    lines,
  ].filter(Boolean);
}

/** Whose data it is and which version. */
export const attribution = ({ layer, dataVersion }: Study) =>
  `${layer.attribution} ${layer.licence}. Patchwork, data ${shortVersion(dataVersion)}.`;
