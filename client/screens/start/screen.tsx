/** Start: one door for each kind of user, with what lies behind it in a live figure. */
import "./start.css";
import { useMemo } from "preact/hooks";
import { withoutFigure } from "../../answer.ts";
import { longDate } from "../../format.ts";
import { ScreenHead } from "../../parts/screen-head.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { WithStudy } from "../../parts/with-study.tsx";
import { DateBar } from "../../question/date-bar.tsx";
import { useScreens } from "../../shell/context.tsx";
import type { ReadyStudy, State } from "../../state.ts";
import { texts } from "../../texts/start.ts";
import { DEFAULT_VIEW, type View } from "../../view.ts";
import { Door } from "./door.tsx";
import { doorsOf } from "./doors.ts";
import { MostList } from "./most-list.tsx";

export function StartScreen({ state }: { state: State }) {
  useTitle(texts.title);
  return (
    <WithStudy state={state}>{(study) => <Start at={state.view.at} study={study} />}</WithStudy>
  );
}

function Start({ at, study }: { at: View["at"]; study: ReadyStudy }) {
  const screens = useScreens();
  const { index } = study;
  // The doors count everything, whatever filters another screen was left with.
  const view = useMemo<View>(() => ({ ...DEFAULT_VIEW, at }), [at]);
  const answer = study.answer(withoutFigure(view));
  const doors = doorsOf(index, answer).filter(({ screen }) =>
    screens.some(({ id }) => id === screen),
  );
  const { initiatives } = index.study;
  const incomplete = answer.summary.incomplete.length;
  return (
    <main id="main" class="plain start">
      <ScreenHead heading={texts.heading} lead={texts.lead} />
      <section aria-labelledby="doors-heading">
        <SectionHead
          id="doors-heading"
          heading={texts.doors}
          note={texts.doorsNote(longDate(at))}
        />
        <DateBar at={at} quarters={answer.quarters} peak={answer.peak} />
        <ul class="doors">
          {doors.map((door) => (
            <Door key={door.screen} door={door} />
          ))}
        </ul>
      </section>
      <div class="start-foot">
        <section aria-labelledby="most-heading">
          <SectionHead id="most-heading" heading={texts.mostHeading(longDate(at))} />
          <MostList study={index.study} answer={answer} />
        </section>
        <section aria-labelledby="trust-heading">
          <SectionHead id="trust-heading" heading={texts.trust} />
          <p class="trust">{texts.trustRecord(initiatives.length)}</p>
          {incomplete > 0 && <p class="trust">{texts.trustLists(incomplete)}</p>}
          <p class="trust">{texts.trustUnknown}</p>
        </section>
      </div>
    </main>
  );
}
