/** The switch of the matrix: by ground, or by the people who live there. */
import { useActions } from "../../shell/context.tsx";
import { texts } from "../../texts/coterminosity.ts";

export type By = "ground" | "people";

/** What the address says, by what is shown: ground is what it says without a word. */
const IN_ADDRESS: Record<By, string | undefined> = { ground: undefined, people: "people" };

/** @param hasPeople whether people by area are loaded; without any the switch says why it is not there */
export function ByWhat({ by, hasPeople }: { by: By; hasPeople: boolean }) {
  const { setParams } = useActions();
  if (!hasPeople) return <p class="note">{texts.noPeople}</p>;
  return (
    <fieldset class="filters fit-by">
      <legend>{texts.byLegend}</legend>
      {(["ground", "people"] as const).map((one) => (
        <button
          key={one}
          type="button"
          class="chip"
          aria-pressed={by === one}
          onClick={() => setParams({ j: IN_ADDRESS[one] })}
        >
          {texts.by[one]}
        </button>
      ))}
      <span class="note">{texts.byNote[by]}</span>
    </fieldset>
  );
}
