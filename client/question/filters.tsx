/** Filters whose counts are the legend: categories as chips, programmes and departments as lists. */
import { regionsOf } from "../../server/core/hotspots/ranking.ts";
import { CATEGORIES, type Study } from "../../server/core/model.ts";
import type { Answer } from "../answer.ts";
import { count } from "../format.ts";
import { CategoryMark } from "../parts/marks.tsx";
import { Popover } from "../parts/popover.tsx";
import { heldWords, programmeShort } from "../programme-words.ts";
import { useActions } from "../shell/context.tsx";
import { texts } from "../texts/question.ts";
import { aimWord, CATEGORY_WORDS } from "../texts/words.ts";
import type { View } from "../view.ts";
import { Choices } from "./choices.tsx";

interface FiltersProps {
  readonly study: Study;
  readonly view: View;
  readonly answer: Answer;
}

export function Filters({ study, view, answer }: FiltersProps) {
  const { clearFilters } = useActions();
  const { categories, programmes, departments, aims, depths } = view;
  const any = [categories, programmes, departments, aims, depths].some(({ length }) => length > 0);
  return (
    <fieldset class="filters">
      <legend class="unseen">{texts.filters}</legend>
      <RegionChoice study={study} view={view} answer={answer} />
      <CategoryChips view={view} answer={answer} />
      <ProgrammeFilter study={study} view={view} answer={answer} />
      <DepartmentFilter study={study} view={view} answer={answer} />
      <AimFilter study={study} view={view} answer={answer} />
      {any && (
        <button type="button" class="text-button" onClick={clearFilters}>
          {texts.clear}
        </button>
      )}
    </fieldset>
  );
}

function CategoryChips({ view, answer }: Omit<FiltersProps, "study">) {
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

function ProgrammeFilter({ study, view, answer }: FiltersProps) {
  const { toggleProgramme, clearProgrammes } = useActions();
  const live = (p: number) => answer.byProgramme.get(p) ?? 0;
  const order = study.programmes
    .map((_, p) => p)
    .filter((p) => study.programmes[p]!.held > 0)
    .sort(
      (a, b) =>
        live(b) - live(a) || (study.programmes[a]!.name < study.programmes[b]!.name ? -1 : 1),
    );
  const chosen = view.programmes.length;
  const alive = order.filter((p) => live(p) > 0).length;
  return (
    <Popover
      title={texts.programme}
      buttonClass="chip"
      pressed={chosen > 0}
      label={<CountedLabel word={texts.programmes} chosen={chosen} all={alive} />}
    >
      <Choices
        legend={texts.programme}
        onClear={chosen > 0 ? clearProgrammes : undefined}
        choices={order.map((p) => {
          const programme = study.programmes[p]!;
          return {
            key: programme.code,
            word: programmeShort(programme),
            mark: <CategoryMark category={programme.category} />,
            note: heldWords(programme),
            live: live(p),
            on: view.programmes.includes(programme.code),
            toggle: () => toggleProgramme(programme.code),
          };
        })}
      />
    </Popover>
  );
}

/** "Programmes 16", or "Programmes 2 of 16" once some are chosen. */
function CountedLabel({ word, chosen, all }: { word: string; chosen: number; all: number }) {
  return (
    <>
      {word} <span class="chip-count">{chosen > 0 ? texts.ofAll(chosen, all) : count(all)}</span>
    </>
  );
}

function DepartmentFilter({ view, answer, study }: FiltersProps) {
  const { toggleDepartment, clearDepartments } = useActions();
  const live = (name: string) => answer.byDepartment.get(name) ?? 0;
  const held = study.programmes.filter((programme) => programme.held > 0 && programme.department);
  const names = [...new Set(held.map(({ department }) => department))];
  names.sort((a, b) => live(b) - live(a) || (a < b ? -1 : 1));
  const chosen = view.departments.length;
  const alive = names.filter((name) => live(name) > 0).length;
  return (
    <Popover
      title={texts.department}
      buttonClass="chip"
      pressed={chosen > 0}
      label={<CountedLabel word={texts.departments} chosen={chosen} all={alive} />}
    >
      <Choices
        legend={texts.department}
        onClear={chosen > 0 ? clearDepartments : undefined}
        choices={names.map((name) => ({
          key: name,
          word: name,
          mark: null,
          note: "",
          live: live(name),
          on: view.departments.includes(name),
          toggle: () => toggleDepartment(name),
        }))}
      />
    </Popover>
  );
}

/** One region or all of England: a choice, not a filter, so "Clear all filters" leaves it. */
function RegionChoice({ study, view, answer }: FiltersProps) {
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

function AimFilter({ study, view, answer }: FiltersProps) {
  const { toggleAim, clearAims } = useActions();
  const live = (aim: string) => answer.byAim.get(aim) ?? 0;
  const aims = [...new Set(study.programmes.flatMap((programme) => programme.aims))];
  if (aims.length === 0) return null;
  aims.sort((a, b) => live(b) - live(a) || (a < b ? -1 : 1));
  const chosen = view.aims.length;
  return (
    <Popover
      title={texts.aim}
      buttonClass="chip"
      pressed={chosen > 0}
      label={
        <CountedLabel
          word={texts.aims}
          chosen={chosen}
          all={aims.filter((aim) => live(aim) > 0).length}
        />
      }
    >
      <Choices
        legend={texts.aim}
        onClear={chosen > 0 ? clearAims : undefined}
        choices={aims.map((aim) => ({
          key: aim,
          word: aimWord(aim),
          mark: null,
          note: "",
          live: live(aim),
          on: view.aims.includes(aim),
          toggle: () => toggleAim(aim),
        }))}
      />
    </Popover>
  );
}
