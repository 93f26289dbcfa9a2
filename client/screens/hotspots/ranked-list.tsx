/** The places in order, one square an initiative. List and map choose for one another. */
import { useEffect, useMemo, useRef } from "preact/hooks";
import { type FoundFigures, isFigure } from "../../../server/core/hotspots/place-figures.ts";
import { type PlaceRow, RANKINGS, type Ranking } from "../../../server/core/hotspots/ranking.ts";
import type { Study } from "../../../server/core/model.ts";
import type { Answer } from "../../answer.ts";
import { compare } from "../../compare.ts";
import { listing } from "../../format.ts";
import { metricOf } from "../../metrics.ts";
import type { Loaded } from "../../parts/when-loaded.tsx";
import { MAP_HEADINGS, RANKING_WORDS } from "../../ranking-words.ts";
import { useActions } from "../../shell/context.tsx";
import { texts } from "../../texts/hotspots.ts";
import { MONTHS_AHEAD, type View } from "../../view.ts";
import { DownloadMenu } from "./download-menu.tsx";
import { legendWord } from "./legend.tsx";
import { RankedRow } from "./ranked-row.tsx";

const FIRST_ROWS = 50;

interface RankedListProps {
  readonly study: Study;
  readonly view: View;
  readonly answer: Answer;
  readonly hovered: number | undefined;
  readonly wholeList: boolean;
  /** Of what is held to compare with: its change then takes the last column. */
  readonly before: Answer | undefined;
  /** Of the ranking, where they are of the server. */
  readonly figures: Loaded<FoundFigures> | undefined;
}

/** Scrolls a list no further than a row needs. `scrollIntoView` would also move where Tab begins. */
function bringIntoSight(list: Element, row: Element): void {
  const box = list.getBoundingClientRect();
  const first = box.top + (list.querySelector("thead")?.clientHeight ?? 0);
  const { top, bottom } = row.getBoundingClientRect();
  if (top < first) list.scrollTop += top - first;
  else if (bottom > box.bottom) list.scrollTop += bottom - box.bottom;
}

export function RankedList({
  study,
  view,
  answer,
  hovered,
  wholeList,
  before,
  figures,
}: RankedListProps) {
  const actions = useActions();
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = wholeList ? answer.shown : answer.shown.slice(0, FIRST_ROWS);
  const chosen = answer.rows.find(({ place }) => study.places[place]!.code === view.place);
  const pinned = chosen && !rows.includes(chosen) ? chosen : undefined;
  const entry = chosen && !pinned ? chosen.place : rows[0]?.place;
  useEffect(() => {
    const list = body.current?.closest(".list-scroll");
    const row = body.current?.querySelector(`[data-code="${view.place}"]`);
    if (list && row) bringIntoSight(list, row);
  }, [view.place]);
  const counts = useMemo(() => before && compare(before, answer).before, [before, answer]);
  const draw = (row: PlaceRow, isPinned = false) => (
    <RankedRow
      key={isPinned ? "pinned" : row.place}
      place={study.places[row.place]!}
      row={row}
      by={view.by}
      waiting={figures?.status === "loading"}
      chosen={row === chosen}
      hovered={row.place === hovered}
      pinned={isPinned}
      inOrder={row.place === entry}
      before={counts?.get(row.place)}
    />
  );
  return (
    <section class="list-panel" aria-label={texts.listLabel} id="list">
      <div class="list-head">
        <h2 id="list-heading">{texts.rankBy}</h2>
        <RankChoice by={view.by} months={view.months} />
        <DownloadMenu question={answer.question} region={answer.region} />
      </div>
      <div class="list-scroll">
        <table data-by={view.by} aria-label={texts.listLabel} aria-describedby="list-rule">
          <Columns view={view} comparing={before !== undefined} />
          <tbody ref={body} onKeyDown={moveFocus} onMouseLeave={() => actions.hover(undefined)}>
            {rows.map((row) => draw(row))}
          </tbody>
          {pinned && <tbody class="pinned">{draw(pinned, true)}</tbody>}
        </table>
        {answer.shown.length === 0 && (
          <p class="empty">{metricOf(view.by) ? texts.noPlaceInClass : texts.noPlaceAtDepth}</p>
        )}
      </div>
      <ListNote view={view} answer={answer} wholeList={wholeList} />
    </section>
  );
}

/** Selects, since ten long names would not fit as tabs on a phone. */
function RankChoice({ by, months }: Pick<View, "by" | "months">) {
  const { rankBy, lookAhead } = useActions();
  const ahead = [...new Set([...MONTHS_AHEAD, months])].sort((a, b) => a - b);
  const choice = (
    <select
      class="rank-choice"
      aria-label={texts.rankByLabel}
      value={by}
      onChange={(event) => rankBy(event.currentTarget.value as Ranking)}
    >
      {RANKINGS.map((ranking) => (
        <option key={ranking} value={ranking}>
          {RANKING_WORDS[ranking].option}
        </option>
      ))}
    </select>
  );
  if (by !== "ending") return choice;
  return (
    <>
      {choice}
      <select
        class="rank-choice rank-months"
        aria-label={texts.lookAhead}
        value={String(months)}
        onChange={(event) => lookAhead(+event.currentTarget.value)}
      >
        {ahead.map((one) => (
          <option key={one} value={String(one)}>
            {texts.monthsAhead(one)}
          </option>
        ))}
      </select>
    </>
  );
}

function Columns({ view, comparing }: { view: View; comparing: boolean }) {
  const { by, months } = view;
  const figure = isFigure(by) && [texts.figureColumns[by], MAP_HEADINGS[by]];
  const ranked = figure || lastColumn(by, months);
  const changed = metricOf(by)
    ? [ranked[0], texts.figureChangeTitle]
    : [texts.change, texts.changeTitle];
  const last = comparing ? changed : ranked;
  return columnHeads(last);
}

function lastColumn(by: Ranking, months: number): readonly (string | undefined)[] {
  const heads: Partial<Record<Ranking, readonly string[]>> = {
    funders: [texts.funders, texts.fundersTitle],
    ending: [texts.ending, texts.endingTitle(months)],
    churn: [texts.churn, texts.churnTitle],
  };
  return heads[by] ?? [texts.lastYear, texts.lastYearTitle];
}

function columnHeads(last: readonly (string | undefined)[]) {
  return (
    <thead>
      <tr>
        <th scope="col" class="number">
          {texts.rank}
        </th>
        <th scope="col">{texts.placeColumn}</th>
        <th scope="col" class="number" title={texts.coversTitle}>
          {texts.covers}
        </th>
        <th scope="col" class="number" title={texts.withinTitle}>
          {texts.within}
        </th>
        <th scope="col" class="number" title={texts.allTitle}>
          {texts.all}
        </th>
        <th scope="col" class="number last" title={last[1]}>
          {last[0]}
        </th>
      </tr>
    </thead>
  );
}

function ListNote({
  view,
  answer,
  wholeList,
}: Pick<RankedListProps, "view" | "answer" | "wholeList">) {
  const { showWholeList } = useActions();
  const { shown, summary } = answer;
  const classes = listing(view.depths.map((at) => legendWord(view.by, at)));
  const only = metricOf(view.by) ? texts.classesShown : texts.depthsShown;
  return (
    <p class="note list-note" id="list-rule">
      {view.depths.length > 0 && <b>{only(shown.length, classes)} </b>}
      {RANKING_WORDS[view.by].rule} {texts.listNote(summary.undated)}{" "}
      {shown.length > FIRST_ROWS && (
        <button type="button" class="text-button" onClick={() => showWholeList(!wholeList)}>
          {wholeList ? texts.seeTop(FIRST_ROWS) : texts.seeAll(shown.length)}
        </button>
      )}
    </p>
  );
}

const MOVES: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Roving focus: the list is one stop of the Tab key, arrows move inside it. */
function moveFocus(event: KeyboardEvent) {
  const move = MOVES[event.key];
  const buttons = [
    ...(event.currentTarget as HTMLElement).querySelectorAll<HTMLButtonElement>(
      "button.row-button",
    ),
  ];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  if (!move || at < 0) return;
  event.preventDefault();
  buttons[move(at, buttons.length - 1)]?.focus();
}
