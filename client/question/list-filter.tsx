/** A filter that is a list of names behind a button: what may be chosen, with what is live under each. */
import type { ComponentChild } from "preact";
import type { ListFilter } from "../actions.ts";
import { count } from "../format.ts";
import { Popover } from "../parts/popover.tsx";
import { useActions } from "../shell/context.tsx";
import { texts } from "../texts/question.ts";
import { Choices } from "./choices.tsx";

/** One name that can be chosen. */
export interface Name {
  /** As the address has it. */
  readonly value: string;
  readonly word: string;
  readonly mark: ComponentChild;
  readonly note: string;
  /** Initiatives alive under it, were this filter off and every other as it is. */
  readonly live: number;
}

export interface NameList {
  readonly filter: ListFilter;
  /** On the button, in the plural, and over the list. */
  readonly word: string;
  readonly legend: string;
  /** Those with most alive first. */
  readonly names: readonly Name[];
}

export function ListFilterChoice(props: { list: NameList; chosen: readonly string[] }) {
  const { list, chosen } = props;
  const { filter, word, legend, names } = list;
  const { toggleFilter, clearFilter } = useActions();
  const all = names.filter(({ live }) => live > 0).length;
  const some = chosen.length > 0;
  return (
    <Popover
      title={legend}
      buttonClass="chip"
      pressed={some}
      label={
        <>
          {word}{" "}
          <span class="chip-count">{some ? texts.ofAll(chosen.length, all) : count(all)}</span>
        </>
      }
    >
      <Choices
        legend={legend}
        onClear={some ? () => clearFilter(filter) : undefined}
        choices={names.map(({ value, ...name }) => ({
          ...name,
          key: value,
          on: chosen.includes(value),
          toggle: () => toggleFilter(filter, value),
        }))}
      />
    </Popover>
  );
}
