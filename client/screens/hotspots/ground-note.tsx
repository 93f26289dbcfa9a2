/** Under the map: how to read its counts, what its ground is, and how far that can be trusted. */
import type { Study } from "../../../server/core/model.ts";
import { accuracyWords } from "../../accuracy-words.ts";
import type { Answer } from "../../answer.ts";
import { discRadius } from "../../map/hatch.ts";
import { metricOf } from "../../metrics.ts";
import { GradeMark } from "../../parts/marks.tsx";
import { texts } from "../../texts/hotspots.ts";

export function GroundNote({ study, answer }: { study: Study; answer: Answer }) {
  const { layer, places } = study;
  // Whatever the date, so that the map keeps its size while the date moves.
  const hasPoints = study.initiatives.some(({ point }) => point);
  const abroad = places.some(({ country }) => country !== "England");
  return (
    <div class="ground-note">
      {!metricOf(answer.by) && (
        <p>
          <DiscKey /> {texts.discNote}{" "}
          {hasPoints && (
            <>
              <PointKey /> {texts.pointsNote}
            </>
          )}
        </p>
      )}
      {answer.discs.length > 0 && (
        <p>
          <GradeMark grade="indicative" /> {texts.discsNote}
        </p>
      )}
      <p class={layer.grade === "generalised" ? "ground-rough" : ""}>
        {layer.grade === "generalised"
          ? texts.generalised(layer.title, layer.vintage, accuracyWords(layer.accuracy))
          : texts.geography(layer.title, layer.vintage)}{" "}
        {abroad && texts.unranked}
      </p>
    </div>
  );
}

const KEY_COUNTS = [1, 3, 9];
const KEY_HEIGHT = 18;

function DiscKey() {
  let x = 0;
  const discs = KEY_COUNTS.map((within) => {
    const r = discRadius(within);
    x += 2 * r + 3;
    return { within, r, x: x - r - 1.5 };
  });
  return (
    <svg class="disc-key" width={Math.ceil(x)} height={KEY_HEIGHT} aria-hidden="true">
      {discs.map(({ within, r, x: cx }) => (
        <circle key={within} cx={cx} cy={KEY_HEIGHT / 2} r={Math.min(r, 8.5)} class="hatched" />
      ))}
    </svg>
  );
}

function PointKey() {
  return (
    <svg class="disc-key" width="13" height="13" aria-hidden="true">
      <circle cx="6.5" cy="6.5" r="5" class="point-ring" />
    </svg>
  );
}
