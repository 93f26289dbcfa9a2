/** A class: its mark and its word, always both. */
import { CLASS_WORDS, type FitClassWord, texts } from "../../texts/coterminosity.ts";

interface VerdictBadgeProps {
  readonly of: FitClassWord;
  /** Areas that a body holds whole. */
  readonly whole?: number;
}

export function VerdictBadge({ of, whole = 0 }: VerdictBadgeProps) {
  const { mark, word, rule } = CLASS_WORDS[of];
  const words = of === "holds" && whole > 1 ? `nested, ${texts.holdsCount(whole)}` : word;
  return (
    <span class={`verdict verdict-${of}`} title={rule}>
      <i aria-hidden="true">{mark}</i> {words}
    </span>
  );
}
