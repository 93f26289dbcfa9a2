/** The choices of one filter, each with how many initiatives are alive under it. */
import type { ComponentChild } from "preact";
import { useId } from "preact/hooks";
import { count } from "../format.ts";
import { texts } from "../texts/question.ts";

export interface Choice {
  readonly key: string;
  readonly word: string;
  readonly mark: ComponentChild;
  readonly note: string;
  /** Initiatives alive under it, were its own filter off; absent where it has no count. */
  readonly live: number | undefined;
  readonly on: boolean;
  readonly toggle: () => void;
}

interface ChoicesProps {
  readonly legend: string;
  readonly choices: readonly Choice[];
  /** Whether one rules out the others. */
  readonly one?: boolean;
  readonly onClear: (() => void) | undefined;
}

export function Choices({ legend, choices, one, onClear }: ChoicesProps) {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>
        {legend}
        <span>{texts.live}</span>
      </legend>
      {onClear && (
        <button type="button" class="text-button" onClick={onClear}>
          {texts.clearChoice}
        </button>
      )}
      {choices.map(({ key, word, mark, note, live, on, toggle }) => (
        <label key={key} class={live === 0 ? "choice choice-off" : "choice"}>
          <input type={one ? "radio" : "checkbox"} name={name} checked={on} onChange={toggle} />
          {mark}
          <span class="choice-word">
            {word}
            {note && <small>{note}</small>}
          </span>
          {live !== undefined && (
            <span class="choice-count">{live === 0 ? texts.noneLive : count(live)}</span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
