/** The shortest list found of areas whose transfer would make two boundaries match: possible, no advice. */
import type { FitOpenedReply } from "../../../server/contract/fit-matrix.ts";
import { area, count, ratio } from "../../format.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { texts } from "../../texts/coterminosity.ts";

/** Steps shown at once. */
const FIRST_STEPS = 8;

type Step = NonNullable<FitOpenedReply["move"]>["steps"][number];

export function Move({ reply }: { reply: FitOpenedReply }) {
  const { move, move_reason: reason, initiative, reference } = reply;
  return (
    <section aria-labelledby="move-heading">
      <h3 id="move-heading">{texts.moveHeading}</h3>
      <p class="note">
        {move
          ? texts.moveNote(move.title, move.reached, ratio(move.target))
          : (reason ?? texts.moveNone)}
      </p>
      {move && move.steps.length > 0 && (
        <DataTable<Step>
          caption={texts.moveCaption}
          file={`patchwork-move-${initiative.id}-${reference.code}`}
          columns={[
            { id: "area", label: texts.area, value: ({ name }) => name, head: true },
            {
              id: "change",
              label: texts.change,
              value: ({ kind }) => (kind === "add" ? texts.add : texts.drop),
            },
            {
              id: "area_m2",
              label: texts.ground,
              value: (step) => step.area_m2,
              cell: (step) => area(step.area_m2),
              number: true,
            },
            {
              id: "people",
              label: texts.people,
              value: (step) => step.people ?? undefined,
              cell: ({ people }) => (people === null ? texts.notKnown : count(Math.round(people))),
              number: true,
            },
            {
              id: "jaccard",
              label: texts.reaches,
              value: (step) => step.jaccard,
              cell: (step) => ratio(step.jaccard),
              number: true,
            },
          ]}
          rows={move.steps}
          first={FIRST_STEPS}
          keyOf={({ code, kind }) => `${kind} ${code}`}
          empty={texts.moveNone}
        />
      )}
    </section>
  );
}
