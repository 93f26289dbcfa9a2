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

/** One square an initiative: solid covers, half covers part, hatched somewhere within. */
export function Squares(props: { covers: number; touches: number; within: number }) {
  const { covers, touches, within } = props;
  const kinds = [
    ...new Array<string>(covers).fill("square-covers"),
    ...new Array<string>(touches).fill("square-touches"),
    ...new Array<string>(within).fill("square-within"),
  ].slice(0, MOST_SQUARES);
  if (kinds.length === 0) return null;
  const width = kinds.length * STEP;
  return (
    <svg class="squares" width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true">
      {kinds.map((kind, i) => (
        <g key={`${kind}${i}`} class={kind} transform={`translate(${i * STEP} 1)`}>
          <rect x="0.5" y="0.5" width="7" height="9" />
          {kind === "square-touches" && <path d="M0.5 9.5v-9l7 9z" />}
        </g>
      ))}
    </svg>
  );
}

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
