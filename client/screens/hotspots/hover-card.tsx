/** What is at the place under the pointer or the focus: the same card for both. */
import { deepestGround } from "../../../server/core/hotspots/depth.ts";
import type { StudyIndex } from "../../../server/core/hotspots/study-index.ts";
import type { LonLat, Study } from "../../../server/core/model.ts";
import type { Answer } from "../../answer.ts";
import type { Spot } from "../../map/create-map.ts";
import { metricOf } from "../../metrics.ts";
import { Squares } from "../../parts/marks.tsx";
import { initiativeTitle, programmeShort } from "../../programme-words.ts";
import { rankWords } from "../../ranking-words.ts";
import type { Hover } from "../../state.ts";
import { texts } from "../../texts/hotspots.ts";
import { figureWords } from "./figure-note.tsx";

interface HoverCardProps {
  readonly index: StudyIndex;
  readonly hover: Hover;
  readonly answer: Answer;
  /** What the layers over the map say of the place. */
  readonly overlays: readonly string[];
  readonly pixelOf: (at: LonLat) => Spot;
}

/** Half of the card's usual width, and its height: it stays inside the frame. */
const HALF = 130;
const TALL = 84;

export function HoverCard({ index, hover, answer, overlays, pixelOf }: HoverCardProps) {
  const { study } = index;
  const point = hover.point === undefined ? undefined : study.initiatives[hover.point]?.point;
  const at = pixelOf(point ?? study.places[hover.place]!);
  const inside = at.x >= 0 && at.y >= 0 && at.x <= at.width && at.y <= at.height;
  if (!inside) return null;
  const left = Math.min(Math.max(at.x, HALF), Math.max(HALF, at.width - HALF));
  const below = at.y < TALL;
  return (
    <div
      class={below ? "hover-card hover-below" : "hover-card"}
      style={{ left: `${left}px`, top: `${at.y}px` }}
      aria-hidden="true"
    >
      {point ? (
        <PointWords study={study} initiative={hover.point!} />
      ) : (
        <PlaceWords index={index} place={hover.place} answer={answer} overlays={overlays} />
      )}
    </div>
  );
}

type PlaceWordsProps = Pick<HoverCardProps, "index" | "answer" | "overlays"> & {
  readonly place: number;
};

function PlaceWords({ index, place, answer, overlays }: PlaceWordsProps) {
  const { name, region, country } = index.study.places[place]!;
  const row = answer.rowOf.get(place);
  const { depth, depthMax } = deepestGround(index, answer.ranges, place);
  return (
    <>
      <b>{name}</b> <span>{region || country}</span>
      {row && <Squares covers={row.covers} touches={row.touches} within={row.within} />}
      <p>
        {row && `${texts.squares(row.covers, row.touches, row.within)}. `}
        {rankWords(row, answer)}
      </p>
      {row && metricOf(answer.by) && <p>{figureWords(answer, row)}</p>}
      {overlays.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {depthMax > depth && <p>{texts.deepest(texts.range(depth, depthMax))}</p>}
    </>
  );
}

/** An initiative of which no more is known than about where it lies. */
function PointWords({ study, initiative }: { study: Study; initiative: number }) {
  const { name, round, programme } = study.initiatives[initiative]!;
  const short = programmeShort(study.programmes[programme]!);
  return (
    <>
      <b>{short}</b> <span>{initiativeTitle(short, name, round)}</span>
      <p>{texts.pointCard}</p>
    </>
  );
}
