/** Small drawings that carry a fact beside its word: category, grade, one square an initiative. */
import type { Category, Grade } from "../../server/core/model.ts";

const SHAPES: Record<Category, string> = {
  holistic: "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z",
  theme: "M2 2h8v8H2z",
  client: "M6 1.5L11 10H1z",
  partnership: "M6 1l5 5l-5 5l-5-5z",
};

/** A category by hue and shape; its word stands beside it. */
export function CategoryMark({ category }: { category: Category }) {
  return (
    <svg
      class={`mark mark-${category}`}
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden="true"
    >
      <path d={SHAPES[category]} />
    </svg>
  );
}

/** How the ground is known. */
export function GradeMark({ grade }: { grade: Grade }) {
  return (
    <svg class="mark grade-mark" width="14" height="12" viewBox="0 0 14 12" aria-hidden="true">
      {grade === "surveyed" && <path d="M1 4l4-3 8 3-2 7-7-1z" class="solid" />}
      {grade === "composed" && <path d="M1 1h5.5v10H1zM7.5 1H13v10H7.5z" class="solid" />}
      {grade === "generalised" && <path d="M1 1h5.5v10H1zM7.5 1H13v10H7.5z" class="solid soft" />}
      {grade === "indicative" && (
        <>
          <circle cx="7" cy="6" r="5" class="hatched" />
          <circle cx="7" cy="6" r="2.4" class="hatched" />
        </>
      )}
      {grade === "located" && <circle cx="7" cy="6" r="5" class="hatched" />}
    </svg>
  );
}

const STEP = 10;
/** More squares than this would leave the row: the figures beside them say the rest. */
const MOST_SQUARES = 22;

/**
 * One square an initiative: solid covers, half covers part, hatched somewhere within. One path a kind,
 * since a step of the date draws fifty rows of them.
 */
export function Squares(props: { covers: number; touches: number; within: number }) {
  const { covers, touches, within } = props;
  const shown = Math.min(MOST_SQUARES, covers + touches + within);
  if (shown === 0) return null;
  const width = shown * STEP;
  const parts = [
    { kind: "square-covers", from: 0, to: covers },
    { kind: "square-touches", from: covers, to: covers + touches },
    { kind: "square-within", from: covers + touches, to: covers + touches + within },
  ].map((part) => ({ ...part, to: Math.min(part.to, shown) }));
  return (
    <svg class="squares" width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true">
      {parts.map(
        ({ kind, from, to }) =>
          from < to && <path key={kind} class={kind} d={repeated(SQUARE, from, to)} />,
      )}
      {covers < Math.min(covers + touches, shown) && (
        <path class="square-half" d={repeated(HALF, covers, Math.min(covers + touches, shown))} />
      )}
    </svg>
  );
}

const SQUARE = "v9h7v-9z";
const HALF = "m0 9v-9l7 9z";

/** A figure at each place of the row from one to before another. */
const repeated = (figure: string, from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => `M${(from + i) * STEP + 0.5} 1.5${figure}`).join("");

/** Patterns that the page's drawings share; drawn once. */
export function Patterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern
          id="hatch"
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <rect width="4" height="4" class="hatch-ground" />
          <path d="M0 1H4" class="hatch-line" />
        </pattern>
        <pattern
          id="hatch-bare"
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <path d="M0 1H4" class="hatch-line" />
        </pattern>
      </defs>
    </svg>
  );
}

/** The product's mark: two sheets and where they overlap. */
export function Logo() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <rect x="1" y="1" width="13" height="13" fill="var(--d2)" />
      <rect x="8" y="8" width="13" height="13" fill="var(--d4)" />
      <rect x="8" y="8" width="6" height="6" fill="var(--d6)" />
    </svg>
  );
}
