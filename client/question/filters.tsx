/** Filters whose counts are the legend: the region where one can be asked for, categories as chips, the others as lists. */
import { useMemo } from "preact/hooks";
import { regionsOf } from "../../server/core/hotspots/ranking.ts";
import { CATEGORIES, type Study } from "../../server/core/model.ts";
import type { Answer } from "../answer.ts";
import { count } from "../format.ts";
import { CategoryMark } from "../parts/marks.tsx";
import { useActions } from "../shell/context.tsx";
import { texts } from "../texts/question.ts";
import { CATEGORY_WORDS } from "../texts/words.ts";
import type { View } from "../view.ts";
import { ListFilterChoice } from "./list-filter.tsx";
import { listFilters, payingFunders } from "./list-filters.tsx";

interface AnsweredProps {
  readonly study: Study;
  readonly view: View;
  readonly answer: Answer;
}

interface FiltersProps extends AnsweredProps {
  /** Whether what stands below is of the chosen region; where it is not, nor may the answer be. */
  readonly ofRegion?: boolean;
}

export function Filters({ study, view, answer, ofRegion = true }: FiltersProps) {
  const { clearFilters } = useActions();
  const paying = useMemo(() => payingFunders(study), [study]);
  const { categories, programmes, departments, aims, funders, depths } = view;
  const any = [categories, programmes, departments, aims, funders, depths].some(
    ({ length }) => length > 0,
  );
  return (
    <fieldset class="filters">
      <legend class="unseen">{texts.filters}</legend>
      {ofRegion && <RegionChoice study={study} view={view} answer={answer} />}
      <CategoryChips view={view} answer={answer} />
      {listFilters(study, answer, paying).map((list) => (
        <ListFilterChoice key={list.filter} list={list} chosen={view[list.filter]} />
      ))}
      {any && (
        <button type="button" class="text-button" onClick={clearFilters}>
          {texts.clear}
        </button>
      )}
    </fieldset>
  );
}

function CategoryChips({ view, answer }: Omit<AnsweredProps, "study">) {
  const { toggleCategory } = useActions();
  return (
    <>
      {CATEGORIES.map((category) => {
        const live = answer.byCategory.get(category) ?? 0;
        const on = view.categories.includes(category);
        return (
          <button
            key={category}
            type="button"
            class="chip"
            aria-pressed={on}
            disabled={live === 0 && !on}
            title={texts.categoryTitle(CATEGORY_WORDS[category], live)}
            onClick={() => toggleCategory(category)}
          >
            <CategoryMark category={category} />
            {CATEGORY_WORDS[category]} <span class="chip-count">{count(live)}</span>
          </button>
        );
      })}
    </>
  );
}

/** One region or all of England: a choice, not a filter, so "Clear all filters" leaves it. */
function RegionChoice({ study, view, answer }: AnsweredProps) {
  const { chooseRegion } = useActions();
  return (
    <select
      class="chip chip-select"
      aria-label={texts.region}
      data-on={view.region === undefined ? undefined : ""}
      value={view.region ?? ""}
      onChange={(event) => chooseRegion(event.currentTarget.value || undefined)}
    >
      <option value="">{texts.allOfEngland}</option>
      {regionsOf(study).map((region) => (
        <option key={region} value={region}>
          {texts.regionLive(region, answer.byRegion.get(region) ?? 0)}
        </option>
      ))}
    </select>
  );
}
