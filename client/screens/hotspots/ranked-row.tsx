/** One place in the ranked list. */
import { isFigure } from "../../../server/core/hotspots/place-figures.ts";
import { isRanked, type PlaceRow, type Ranking } from "../../../server/core/hotspots/ranking.ts";
import type { Place } from "../../../server/core/model.ts";
import { count, money, rank, rate, signed } from "../../format.ts";
import { metricOf } from "../../metrics.ts";
import { Squares } from "../../parts/marks.tsx";
import { useActions } from "../../shell/context.tsx";
import { texts } from "../../texts/hotspots.ts";
import { regionShort } from "../../texts/words.ts";

interface RankedRowProps {
  readonly place: Place;
  readonly row: PlaceRow;
  readonly by: Ranking;
  /** Whether the ranking's figure is on its way. */
  readonly waiting: boolean;
  readonly chosen: boolean;
  readonly hovered: boolean;
  /** Shown out of its order because it is chosen and further down. */
  readonly pinned: boolean;
  /** The one row of the list that the Tab key stops at. */
  readonly inOrder: boolean;
  /** The same place in what is held to compare with. */
  readonly before: PlaceRow | undefined;
}

export function RankedRow(props: RankedRowProps) {
  const { place, row, by, waiting, chosen, hovered, pinned, inOrder, before } = props;
  const { choosePlace, hover } = useActions();
  const choose = () => choosePlace(place.code);
  const point = () => hover({ place: row.place, from: "list" });
  const state = `${chosen ? " row-chosen" : ""}${hovered ? " row-hovered" : ""}`;
  return (
    <tr class={`row${state}`} data-code={place.code} onClick={choose} onMouseEnter={point}>
      {isRanked(row, by) ? (
        <td class="number rank">{rank(row.rank, row.tied)}</td>
      ) : (
        <td class="number rank" title={texts.noRankTitle}>
          –
        </td>
      )}
      <th scope="row" class="row-place">
        <button
          type="button"
          class="row-button"
          aria-pressed={chosen}
          tabIndex={inOrder || pinned ? 0 : -1}
          onFocus={point}
          onBlur={() => hover(undefined)}
        >
          {place.name}
        </button>{" "}
        <span>{pinned ? texts.pinned : regionShort(place.region)}</span>
        <Squares covers={row.covers} touches={row.touches} within={row.within} />
        <span class="unseen">{texts.squares(row.covers, row.touches, row.within)}</span>
      </th>
      <td class="number">{count(row.covers)}</td>
      <td class="number">{count(row.within)}</td>
      <td class="number total">{count(row.all)}</td>
      <td class="number last">
        {before === undefined ? (
          <LastColumn row={row} by={by} waiting={waiting} />
        ) : (
          <Changed before={before} now={row} by={by} />
        )}
      </td>
    </tr>
  );
}

interface ChangedProps {
  readonly before: PlaceRow;
  readonly now: PlaceRow;
  readonly by: Ranking;
}

/** Under depth the change in initiatives; under a figure of places, both figures. */
function Changed({ before: held, now: row, by }: ChangedProps) {
  const metric = metricOf(by);
  if (metric)
    return (
      <>
        <b>{metric.figure(row)}</b>
        <small>{texts.figureFrom(metric.figure(held))}</small>
      </>
    );
  const [before, now] = [held.all, row.all];
  return (
    <>
      <b aria-hidden="true">{signed(now - before)}</b>
      <small aria-hidden="true">{texts.changeFrom(before)}</small>
      <span class="unseen">{texts.changeSpoken(before, now)}</span>
    </>
  );
}

/** The figure that the ranking goes by, or what changed over the year. */
function LastColumn({ row, by, waiting }: Pick<RankedRowProps, "row" | "by" | "waiting">) {
  const metric = isFigure(by) && metricOf(by);
  if (metric) return <b title={row.figure?.note}>{waiting ? texts.waiting : metric.figure(row)}</b>;
  if (by === "funders") return <b>{count(row.funders)}</b>;
  if (by === "churn") return <b>{rate(row.churn)}</b>;
  if (by === "ending") {
    return (
      <>
        <b>{count(row.ending)}</b>
        {row.ending > 0 && (
          <small title={texts.known(row.endingMoneyKnown, row.ending)}>
            {row.endingMoney === undefined ? texts.noMoney : money(row.endingMoney)}
          </small>
        )}
      </>
    );
  }
  return (
    <>
      <span aria-hidden="true">{texts.changes(row.started, row.ended)}</span>
      <span class="unseen">{texts.changesSpoken(row.started, row.ended)}</span>
    </>
  );
}
