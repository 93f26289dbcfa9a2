/** The choices of one filter, each with how many initiatives are alive under it. */
import type { ComponentChild } from "preact";
import { count } from "../format.ts";
import { texts } from "../texts/question.ts";

export interface Choice {
  readonly key: string;
  readonly word: string;
  readonly mark: ComponentChild;
  readonly note: string;
  /** Initiatives alive under it, were its own filter off. */
  readonly live: number;
  readonly on: boolean;
  readonly toggle: () => void;
}

interface ChoicesProps {
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly onClear: (() => void) | undefined;
}

export function Choices({ legend, choices, onClear }: ChoicesProps) {
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
          <input type="checkbox" checked={on} onChange={toggle} />
          {mark}
          <span class="choice-word">
            {word}
            {note && <small>{note}</small>}
          </span>
          <span class="choice-count">{live === 0 ? texts.noneLive : count(live)}</span>
        </label>
      ))}
    </fieldset>
  );
}
