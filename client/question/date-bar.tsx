/** The date: a slider over what was alive in each quarter, steps of a year, and typing. */
import { useEffect, useMemo, useState } from "preact/hooks";
import {
  FIRST_DAY,
  LAST_DAY,
  type Peak,
  type Quarter,
} from "../../server/core/hotspots/timeline.ts";
import type { IsoDate } from "../../server/core/units.ts";
import { longDate, monthAfter, monthsBetween, monthYear, typedDate } from "../format.ts";
import { useActions } from "../shell/context.tsx";
import { texts } from "../texts/question.ts";
import { clampDate } from "../view.ts";

const MONTHS = monthsBetween(FIRST_DAY, LAST_DAY);
const YEARS = Array.from(
  { length: (MONTHS + 1) / 12 },
  (_, i) => Number(FIRST_DAY.slice(0, 4)) + i,
);
const PLAY_MS = 350;

interface Props {
  at: IsoDate;
  quarters: readonly Quarter[];
  peak: Peak | undefined;
}

export function DateBar({ at, quarters, peak }: Props) {
  const { setDate, stepDate } = useActions();
  const month = monthsBetween(FIRST_DAY, at);
  const [playing, setPlaying] = useState(false);
  const ended = month >= MONTHS;
  useEffect(() => {
    if (!playing || ended) return setPlaying(false);
    const timer = setTimeout(() => setDate(monthAfter(at, 1), "replace"), PLAY_MS);
    return () => clearTimeout(timer);
  }, [playing, ended, at, setDate]);
  const most = quarters.reduce((top, q) => Math.max(top, q.outlined + q.located), 0);
  return (
    <section class="date-bar" aria-label={texts.date}>
      <div class="date-now">
        <TypedDate at={at} />
        <span class="steps">
          <button type="button" class="step" title={texts.yearBack} onClick={() => stepDate(-12)}>
            <span aria-hidden="true">‹</span>
            <span class="unseen">{texts.yearBack}</span>
          </button>
          <button type="button" class="step" title={texts.yearOn} onClick={() => stepDate(12)}>
            <span aria-hidden="true">›</span>
            <span class="unseen">{texts.yearOn}</span>
          </button>
          <button
            type="button"
            class="step step-play"
            title={texts.playTitle}
            aria-pressed={playing}
            onClick={() => setPlaying(!playing && !ended)}
          >
            {playing ? texts.pause : texts.play}
          </button>
        </span>
      </div>
      <div class="track">
        <Histogram quarters={quarters} most={most} />
        <i class="thumb" style={{ left: `${(month / (MONTHS + 1)) * 100}%` }} />
        <input
          type="range"
          aria-label={texts.slider}
          aria-valuetext={longDate(at)}
          min={0}
          max={MONTHS}
          value={month}
          onInput={(event) => setDate(monthAfter(FIRST_DAY, +event.currentTarget.value), "replace")}
        />
        <div class="years" aria-hidden="true">
          {YEARS.map((year, i) => (
            <span key={year} style={{ left: `${(i / YEARS.length) * 100}%` }}>
              {i % 2 === 0 && year}
            </span>
          ))}
        </div>
      </div>
      <div class="peak">
        <strong>{peak ? texts.peak(peak.alive, monthYear(peak.on)) : texts.noPeak}</strong>
        <span>
          <i class="swatch swatch-outlined" /> {texts.outlined}
        </span>
        <span>
          <svg class="swatch" width="12" height="10" aria-hidden="true">
            <rect width="12" height="10" fill="url(#hatch-bare)" />
          </svg>{" "}
          {texts.located}
        </span>
      </div>
    </section>
  );
}

/** The date in words, to be typed over in any common form. */
function TypedDate({ at }: { at: IsoDate }) {
  const { setDate, say } = useActions();
  const [draft, setDraft] = useState<string>();
  const commit = () => {
    if (draft === undefined) return;
    setDraft(undefined);
    const date = typedDate(draft);
    if (!date) return say(texts.badDate(draft));
    if (clampDate(date) !== date) say(texts.dateOutside);
    setDate(date);
  };
  return (
    <label class="typed-date">
      <span>{texts.date}</span>
      <input
        type="text"
        name="date"
        aria-label={texts.date}
        autocomplete="off"
        spellcheck={false}
        title={texts.dateHint}
        value={draft ?? longDate(at)}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
          if (event.key === "Escape") setDraft(undefined);
        }}
      />
    </label>
  );
}

const WIDTH = 960;
const HEIGHT = 44;

/** Solid for what has an outline, hatched above it for what is only located. */
function Histogram({ quarters, most }: { quarters: readonly Quarter[]; most: number }) {
  const bands = useMemo(() => {
    const x = (i: number) => ((i / quarters.length) * WIDTH).toFixed(1);
    const y = (value: number) => (HEIGHT - (value / Math.max(1, most)) * HEIGHT).toFixed(1);
    const band = (low: (q: Quarter) => number, high: (q: Quarter) => number) => {
      const there = quarters.map((q, i) => `L${x(i)} ${y(high(q))}H${x(i + 1)}`);
      const back = quarters.map((q, i) => `L${x(i + 1)} ${y(low(q))}H${x(i)}`).reverse();
      return `M0 ${HEIGHT}${there.join("")}${back.join("")}Z`;
    };
    return {
      outlined: band(
        () => 0,
        (q) => q.outlined,
      ),
      located: band(
        (q) => q.outlined,
        (q) => q.outlined + q.located,
      ),
    };
  }, [quarters, most]);
  return (
    <svg
      class="histogram"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={bands.outlined} class="band-outlined" />
      <path d={bands.located} class="band-located" />
    </svg>
  );
}
