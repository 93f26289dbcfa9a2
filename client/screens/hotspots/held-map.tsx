/** The held map over the main one: left of the line what is held, right of it what is looked at. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Study } from "../../../server/core/model.ts";
import type { Answer } from "../../answer.ts";
import type { MapHandle } from "../../map/create-map.ts";
import type { DrawnFit, MapModel } from "../../map/ground.ts";
import type { BareNeed } from "../../map/need-overlay.ts";
import { texts } from "../../texts/hotspots.ts";

interface HeldMapProps {
  readonly study: Study;
  readonly main: MapHandle;
  readonly answer: Answer;
  readonly depths: readonly number[];
  readonly need: BareNeed | undefined;
  readonly fit: DrawnFit | undefined;
  /** What each side is called. */
  readonly held: string;
  readonly now: string;
  /** Percent of the map, from the left, that shows what is held. */
  readonly line: number;
  readonly onDrawn: () => void;
}

export const MIDDLE = 50;

export function HeldMap({
  study,
  main,
  answer,
  depths,
  need,
  fit,
  held,
  now,
  line,
  onDrawn,
}: HeldMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [handle, setHandle] = useState<Pick<MapHandle, "show" | "remove">>();
  const model = useMemo<MapModel>(
    () => ({ answer, depths, chosen: undefined, hover: undefined, need, fit }),
    [answer, depths, need, fit],
  );
  useEffect(() => {
    let gone = false;
    let made: Pick<MapHandle, "remove"> | undefined;
    void import("../../map/create-held-map.ts").then(({ createHeldMap }) => {
      if (gone || !frame.current) return;
      const created = createHeldMap(frame.current, study, main, onDrawn);
      made = created;
      setHandle(created);
    });
    return () => {
      gone = true;
      made?.remove();
    };
  }, [study, main]);
  useEffect(() => handle?.show(model), [handle, model]);
  return (
    <>
      <div class="held-map" style={{ clipPath: `inset(0 ${100 - line}% 0 0)` }}>
        <div class="map-canvas" ref={frame} />
      </div>
      <i class="held-edge" style={{ left: `${line}%` }} />
      <p class="held-side held-left" aria-hidden="true">
        {held}
      </p>
      <p class="held-side held-right" aria-hidden="true">
        {now}
      </p>
    </>
  );
}

interface HeldSliderProps {
  readonly line: number;
  readonly onLine: (line: number) => void;
}

/** What moves the line: beside the map, so that it covers nothing of it. */
export function HeldSlider({ line, onLine }: HeldSliderProps) {
  return (
    <label class="held-slider">
      <span class="unseen">{texts.heldSlider}</span>
      <input
        type="range"
        min={0}
        max={100}
        value={line}
        aria-valuetext={texts.heldShare(line)}
        onInput={(event) => onLine(+event.currentTarget.value)}
      />
    </label>
  );
}
