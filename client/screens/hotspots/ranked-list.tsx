/** The places in order, one square an initiative. List and map choose for one another. */
import { useEffect, useMemo, useRef } from "preact/hooks";
import { type PlaceRow, RANKINGS, type Ranking } from "../../../server/core/hotspots/ranking.ts";
import type { Study } from "../../../server/core/model.ts";
import type { Answer } from "../../answer.ts";
import { compare } from "../../compare.ts";
import { listing } from "../../format.ts";
import { RANKING_WORDS } from "../../ranking-words.ts";
import { useActions } from "../../shell/context.tsx";
import { texts } from "../../texts/hotspots.ts";
import type { View } from "../../view.ts";
import { DownloadMenu } from "./download-menu.tsx";
import { depthWord } from "./legend.tsx";
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
}

export function RankedList({ study, view, answer, hovered, wholeList, before }: RankedListProps) {
  const actions = useActions();
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = wholeList ? answer.shown : answer.shown.slice(0, FIRST_ROWS);
  const chosen = answer.rows.find(({ place }) => study.places[place]!.code === view.place);
  const pinned = chosen && !rows.includes(chosen) ? chosen : undefined;
  const entry = chosen && !pinned ? chosen.place : rows[0]?.place;
  useEffect(() => {
    const list = body.current?.closest(".list-scroll");
    const row = body.current?.querySelector(`[data-code="${view.place}"]`);
    if (list && row && list.scrollHeight > list.clientHeight)
      row.scrollIntoView({ block: "nearest" });
  }, [view.place]);
  const counts = useMemo(() => before && compare(before, answer).before, [before, answer]);
  const draw = (row: PlaceRow, isPinned = false) => (
    <RankedRow
      key={isPinned ? "pinned" : row.place}
      place={study.places[row.place]!}
      row={row}
      by={view.by}
      chosen={row === chosen}
      hovered={row.place === hovered}
      pinned={isPinned}
      inOrder={row.place === entry}
      before={counts && (counts.get(row.place) ?? 0)}
    />
  );
  return (
    <section class="list-panel" aria-label={texts.listLabel} id="list">
      <div class="list-head">
        <h2 id="list-heading">{texts.rankBy}</h2>
        <RankChoice by={view.by} />
        <DownloadMenu question={answer.question} region={answer.region} />
      </div>
      <div class="list-scroll">
        <table data-by={view.by} aria-label={texts.listLabel} aria-describedby="list-rule">
          <Columns by={view.by} comparing={before !== undefined} />
          <tbody ref={body} onKeyDown={moveFocus} onMouseLeave={() => actions.hover(undefined)}>
            {rows.map((row) => draw(row))}
          </tbody>
          {pinned && <tbody class="pinned">{draw(pinned, true)}</tbody>}
        </table>
        {answer.shown.length === 0 && <p class="empty">{texts.noPlaceAtDepth}</p>}
      </div>
      <ListNote view={view} answer={answer} wholeList={wholeList} />
    </section>
  );
}

/** A select, since five long names would not fit as tabs on a phone. */
function RankChoice({ by }: { by: Ranking }) {
  const { rankBy } = useActions();
  return (
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
}

function Columns({ by, comparing }: { by: Ranking; comparing: boolean }) {
  const ranked = {
    cover: [texts.lastYear, texts.lastYearTitle],
    all: [texts.lastYear, texts.lastYearTitle],
    funders: [texts.funders, texts.fundersTitle],
    ending: [texts.ending, texts.endingTitle],
    churn: [texts.churn, texts.churnTitle],
  }[by];
  const last = comparing ? [texts.change, texts.changeTitle] : ranked;
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
  const depths = useMemo(() => listing(view.depths.map(depthWord)), [view.depths]);
  return (
    <p class="note list-note" id="list-rule">
      {view.depths.length > 0 && <b>{texts.depthsShown(shown.length, depths)} </b>}
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
