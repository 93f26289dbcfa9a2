/** Place: everything on one reference area, on one page. */
import "../hotspots/card.css";
import "./lives.css";
import "./place.css";
import { useMemo } from "preact/hooks";
import { withoutFigure } from "../../answer.ts";
import { briefingPath } from "../../api.ts";
import { ScreenHead } from "../../parts/screen-head.tsx";
import { ScreenLink } from "../../parts/screen-link.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { Empty } from "../../parts/when-loaded.tsx";
import { WithStudy } from "../../parts/with-study.tsx";
import { DateBar } from "../../question/date-bar.tsx";
import { usePlaceYears } from "../../question/place-years.ts";
import type { ReadyStudy, State } from "../../state.ts";
import { texts } from "../../texts/place.ts";
import { shared } from "../../texts/shared.ts";
import { HOTSPOTS } from "../../view.ts";
import { type PlaceFacts, placeFacts } from "./place-facts.ts";
import { PlaceFigures } from "./place-figures.tsx";
import { headingOf, leadOf } from "./place-words.ts";
import { PLACE_SECTIONS } from "./sections.ts";

export function PlaceScreen({ state }: { state: State }) {
  return (
    <WithStudy state={state}>{(study) => <PlaceOrNone state={state} study={study} />}</WithStudy>
  );
}

function PlaceOrNone({ state, study }: { state: State; study: ReadyStudy }) {
  const { view, evidence } = state;
  const { index } = study;
  const at = index.study.places.findIndex(({ code }) => code === view.place);
  const answer = study.answer(withoutFigure(view));
  const facts = useMemo(
    () => (at < 0 ? undefined : placeFacts(index, at, answer, evidence)),
    [index, at, answer, evidence],
  );
  useTitle(facts ? headingOf(facts) : texts.noPlace);
  if (!facts) {
    return (
      <main id="main" class="plain">
        <ScreenHead heading={texts.noPlace} />
        <Empty what={texts.noPlaceHint} />
      </main>
    );
  }
  return <Place facts={facts} state={state} />;
}

function Place({ facts, state }: { facts: PlaceFacts; state: State }) {
  const { place } = facts;
  const years = usePlaceYears(facts.index, facts.at, state.view);
  const column = (name: "main" | "side") =>
    PLACE_SECTIONS.filter((section) => section.column === name).map(({ id, Section }) => (
      <section key={id} id={id} aria-labelledby={`${id}-heading`}>
        <Section facts={facts} />
      </section>
    ));
  return (
    <main id="main" class="plain place">
      <ScreenHead trail={<Trail facts={facts} />} heading={headingOf(facts)} lead={leadOf(facts)}>
        <a class="button" href={briefingOf(facts)} target="_blank" rel="noreferrer">
          {texts.onePage}
        </a>
      </ScreenHead>
      <DateBar at={state.view.at} quarters={years.quarters} peak={years.peak} />
      <PlaceFigures facts={facts} />
      <div class="place-columns" key={place.code}>
        <div class="in-turn">{column("main")}</div>
        <div class="in-turn">{column("side")}</div>
      </div>
    </main>
  );
}

function Trail({ facts }: { facts: PlaceFacts }) {
  const { region, country } = facts.place;
  return (
    <>
      <ScreenLink screen={HOTSPOTS} change={{ cell: undefined, camera: undefined }}>
        {shared.screens.hotspots}
      </ScreenLink>
      {" / "}
      {region ? (
        <ScreenLink screen={HOTSPOTS} change={{ region, place: undefined, camera: undefined }}>
          {region}
        </ScreenLink>
      ) : (
        country
      )}
    </>
  );
}

const briefingOf = ({ question, answer, place }: PlaceFacts) =>
  briefingPath(question, answer.by, { place: place.code });
