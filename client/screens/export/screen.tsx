/** Export: what to take away, in which format, how it begins, and how to cite it. */
import "./export.css";
import type { ExportsReply } from "../../../server/contract/exports-reply.ts";
import { withoutFigure } from "../../answer.ts";
import { questionPairs } from "../../api.ts";
import { ScreenHead } from "../../parts/screen-head.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { useTitle } from "../../parts/use-title.ts";
import { WhenLoaded } from "../../parts/when-loaded.tsx";
import { WithStudy } from "../../parts/with-study.tsx";
import { DateBar } from "../../question/date-bar.tsx";
import { Filters } from "../../question/filters.tsx";
import { useActions } from "../../shell/context.tsx";
import type { ReadyStudy, State } from "../../state.ts";
import { texts } from "../../texts/export.ts";
import { Documents } from "./documents.tsx";
import { Taken } from "./taken.tsx";

export function ExportScreen({ state }: { state: State }) {
  useTitle(texts.title);
  return <WithStudy state={state}>{(study) => <Export state={state} study={study} />}</WithStudy>;
}

function Export({ state, study }: { state: State; study: ReadyStudy }) {
  const { view } = state;
  const { study: facts } = study.index;
  const answer = study.answer(withoutFigure(view));
  const query = new URLSearchParams(questionPairs(answer.question)).toString();
  const units = useReply<ExportsReply>("/api/v1/exports");
  return (
    <main id="main" class="plain export">
      <ScreenHead heading={texts.heading} lead={texts.lead} />
      <section class="export-question" aria-label={texts.title}>
        <DateBar at={view.at} quarters={answer.quarters} peak={answer.peak} />
        <Filters study={facts} view={view} answer={answer} />
        {view.region && <p class="note">{texts.wholeEngland}</p>}
      </section>
      <WhenLoaded of={units} loading={texts.readingUnits} lines={6}>
        {(reply) => {
          const unit = reply.units.find(({ id }) => id === view.params.unit) ?? reply.units[0]!;
          return (
            <>
              <UnitChoice units={reply.units} chosen={unit.id} />
              <Taken
                unit={unit}
                question={answer.question}
                query={query}
                wanted={view.params.fields}
              />
              <Documents question={answer.question} query={query} view={view} />
            </>
          );
        }}
      </WhenLoaded>
    </main>
  );
}

function UnitChoice({ units, chosen }: { units: ExportsReply["units"]; chosen: string }) {
  const { setParams } = useActions();
  return (
    <section aria-labelledby="what-heading">
      <SectionHead id="what-heading" heading={texts.what} note={texts.whatNote} />
      <fieldset class="units">
        <legend class="unseen">{texts.what}</legend>
        {units.map(({ id, title }) => (
          <label key={id} class="unit">
            <input
              type="radio"
              name="unit"
              value={id}
              checked={id === chosen}
              onChange={() => setParams({ unit: id, fields: undefined })}
            />
            <span>
              <b>{texts.rowIs[id] ?? title}</b>
              <small>{id}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}
