/** What each door of the start screen leads to, and the figure that stands on it. */
import { endOf, selectsInitiative } from "../../../server/core/hotspots/question.ts";
import type { StudyIndex } from "../../../server/core/hotspots/study-index.ts";
import { addMonths } from "../../../server/core/units.ts";
import { accuracyWords } from "../../accuracy-words.ts";
import type { Answer } from "../../answer.ts";
import { count, longDate } from "../../format.ts";
import { texts } from "../../texts/start.ts";
import { DEFAULT_VIEW, type View } from "../../view.ts";
import { comparableOutlines } from "./comparable.ts";

export interface DoorWords {
  /** Where it leads. A door whose screen is not registered is not drawn. */
  readonly screen: string;
  readonly who: string;
  readonly word: string;
  readonly what: string;
  readonly value: string;
  readonly unit: string;
  readonly change: Partial<Omit<View, "screen">>;
}

/** Doors lead to everything: filters that another screen was left with are off. */
const { screen: _screen, at: _at, params: _params, ...OPEN } = DEFAULT_VIEW;

/** One door a kind of user, in the order of the header. */
export function doorsOf(index: StudyIndex, answer: Answer): DoorWords[] {
  const { study } = index;
  const { summary, question } = answer;
  const [first] = summary.most.places;
  const top = first === undefined ? undefined : study.places[first];
  const { outlines, roughest } = comparableOutlines(index, question);
  return [
    {
      screen: "hotspots",
      who: texts.who.region,
      word: texts.hotspotsDoor,
      what: texts.hotspotsWhat,
      value: count(summary.placesWithPile),
      unit: texts.hotspotsFigure(summary.pile),
      change: OPEN,
    },
    {
      screen: "place",
      who: texts.who.partnership,
      word: texts.placeDoor(top?.name),
      what: texts.placeWhat,
      value: count(summary.most.count),
      unit: texts.placeFigure,
      change: { ...OPEN, place: (top ?? study.places[0])?.code },
    },
    {
      screen: "coterminosity",
      who: texts.who.reviewer,
      word: texts.coterminosityDoor,
      what: texts.coterminosityWhat,
      value: count(outlines),
      unit: texts.coterminosityFigure(
        outlines,
        roughest === undefined ? undefined : accuracyWords(roughest),
      ),
      change: OPEN,
    },
    {
      screen: "streams",
      who: texts.who.finance,
      word: texts.streamsDoor,
      what: texts.streamsWhat,
      value: count(endingWithinAYear(index, answer)),
      unit: texts.streamsFigure(longDate(question.at)),
      change: OPEN,
    },
    {
      screen: "export",
      who: texts.who.researcher,
      word: texts.exportDoor,
      what: texts.exportWhat,
      value: count(study.initiatives.length),
      unit: texts.exportFigure(study.programmes.filter(({ held }) => held > 0).length),
      change: OPEN,
    },
  ];
}

/** Initiatives alive on the date that end within twelve months of it. */
function endingWithinAYear({ study }: StudyIndex, { question }: Answer): number {
  const horizon = addMonths(question.at, 12);
  return study.initiatives.filter((_, i) => {
    const end = endOf(study, i);
    return selectsInitiative(study, question, i) && end !== undefined && end <= horizon;
  }).length;
}
