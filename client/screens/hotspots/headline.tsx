/** The sentence that recomputes with the question, and the figures under it. */
import { isFigure } from "../../../server/core/hotspots/place-figures.ts";
import type { Study } from "../../../server/core/model.ts";
import type { Answer } from "../../answer.ts";
import { briefingPath } from "../../api.ts";
import { longDate } from "../../format.ts";
import { CopyLink } from "../../parts/copy-link.tsx";
import { heldWords, programmeShort } from "../../programme-words.ts";
import { metricHeadline } from "../../ranking-words.ts";
import { texts } from "../../texts/hotspots.ts";
import { shared } from "../../texts/shared.ts";
import { aimWord, CATEGORY_WORDS, regionInText } from "../../texts/words.ts";
import type { View } from "../../view.ts";

/** Programmes named in the line under the headline; the panel on the right lists all. */
const NAMED = 2;

/** The headline of an answer, in one sentence without a full stop. */
export function headlineOf(study: Study, answer: Answer): string {
  const { question, summary, region, by, figures } = answer;
  const { placesWithPile, pile, alive } = summary;
  const where = region === undefined ? undefined : regionInText(region);
  const date = longDate(question.at);
  const found = !isFigure(by) || figures !== undefined;
  const ofMetric = metricHeadline({ ...answer, found }, study, date, where ?? shared.england);
  if (ofMetric !== undefined) return ofMetric;
  return texts.headline(date, placesWithPile, pile, alive, where);
}

/** Of the region that is looked at, in the order of the list. */
const briefingOf = ({ question, by, region }: Answer) =>
  briefingPath(question, by, region === undefined ? undefined : { region });

export function Headline(props: { study: Study; view: View; answer: Answer }) {
  const { study, view, answer } = props;
  const { summary } = answer;
  const names = summary.most.places.map((place) => study.places[place]!.name);
  const counting = [
    ...view.categories.map((category) => CATEGORY_WORDS[category]),
    ...view.programmes.map((code) =>
      programmeShort(study.programmes.find((programme) => programme.code === code)!),
    ),
    ...view.departments,
    ...view.aims.map(aimWord),
    ...view.funders,
  ];
  return (
    <div class="headline">
      <div class="one-page">
        <a class="button" href={briefingOf(answer)} target="_blank" rel="noreferrer">
          {texts.onePage}
        </a>
        <CopyLink />
      </div>
      <h1 id="headline" tabIndex={-1}>
        {headlineOf(study, answer)}
      </h1>
      <p>
        {summary.alive === 0
          ? texts.nothingLive
          : texts.alive(summary.alive, summary.placesWithAny, summary.places)}{" "}
        {summary.most.count > 0 && (
          <>
            {texts.most(names, summary.most.count)}{" "}
            {texts.rest(summary.places - summary.placesWithAny, summary.places)}{" "}
          </>
        )}
        {counting.length > 0 && <strong>{texts.counting(shortened(counting))}</strong>}
      </p>
      <Incomplete study={study} incomplete={summary.incomplete} byProgramme={answer.byProgramme} />
    </div>
  );
}

/** Filters named in full; the filters themselves say the rest. */
const FILTERS_NAMED = 4;

function shortened(names: readonly string[]): string[] {
  if (names.length <= FILTERS_NAMED) return [...names];
  return [...names.slice(0, FILTERS_NAMED - 1), texts.others(names.length - FILTERS_NAMED + 1)];
}

function Incomplete(props: {
  study: Study;
  incomplete: readonly number[];
  byProgramme: ReadonlyMap<number, number>;
}) {
  const { study, incomplete, byProgramme } = props;
  if (incomplete.length === 0) return null;
  const heaviest = [...incomplete].sort(
    (a, b) => (byProgramme.get(b) ?? 0) - (byProgramme.get(a) ?? 0),
  );
  const words = heaviest.slice(0, NAMED).map((p) => {
    const programme = study.programmes[p]!;
    return `${programmeShort(programme)} (${heldWords(programme)})`;
  });
  const all = heaviest.map((p) => programmeShort(study.programmes[p]!));
  const more = incomplete.length - words.length;
  return (
    <p class="note" title={all.join(", ")}>
      {texts.incomplete(all)} {words.join(", ")}
      {more > 0 && texts.incompleteMore(more)}.
    </p>
  );
}
