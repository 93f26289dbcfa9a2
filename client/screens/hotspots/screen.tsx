/** Hotspots: where initiatives pile up. The map, the ranked list and the stack are one answer. */
import "./layout.css";
import "./map.css";
import "./list.css";
import "./card.css";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { FoundFigures } from "../../../server/core/hotspots/place-figures.ts";
import { viewHeld } from "../../held.ts";
import { useTitle } from "../../parts/use-title.ts";
import type { Loaded } from "../../parts/when-loaded.tsx";
import { WithStudy } from "../../parts/with-study.tsx";
import { DateBar } from "../../question/date-bar.tsx";
import { Filters } from "../../question/filters.tsx";
import type { ReadyStudy, State } from "../../state.ts";
import { useEscape } from "./close-card.ts";
import { GroundCard } from "./ground-card.tsx";
import { Headline, headlineOf } from "./headline.tsx";
import { HeldCard } from "./held-card.tsx";
import { HeldLine } from "./held-line.tsx";
import { MapPanel } from "./map-panel.tsx";
import { RankedList } from "./ranked-list.tsx";
import { StackCard } from "./stack-card.tsx";
import { useFigures } from "./use-figures.ts";

/** How long a headline must stand before it is read out. */
const SPOKEN_MS = 700;

export function HotspotsScreen({ state }: { state: State }) {
  return <WithStudy state={state}>{(study) => <Hotspots state={state} study={study} />}</WithStudy>;
}

function Hotspots(props: { state: State; study: ReadyStudy }) {
  const { state, study } = props;
  const { view, evidence, hover, wholeList } = state;
  const { index } = study;
  const figures = useFigures(index.study, view);
  const heldView = viewHeld(view);
  const heldFigures = useFigures(index.study, heldView);
  const answer = study.answer(view, loadedOf(figures));
  const before = heldView && study.answerHeld(heldView, loadedOf(heldFigures));
  const headline = headlineOf(index.study, answer);
  useTitle(headline);
  useEscape();
  const place = useMemo(
    () => index.study.places.findIndex(({ code }) => code === view.place),
    [index, view.place],
  );
  // Panels that do not follow the pointer are not drawn again while it moves.
  const question = useMemo(
    () => (
      <section class="question" aria-labelledby="headline">
        <Headline study={index.study} view={view} answer={answer} />
        <Filters study={index.study} view={view} answer={answer} />
        {view.held && before && (
          <HeldLine study={index.study} held={view.held} before={before} now={answer} />
        )}
      </section>
    ),
    [index, view, answer, before],
  );
  const date = useMemo(
    () => <DateBar at={view.at} quarters={answer.quarters} peak={answer.peak} />,
    [view.at, answer.quarters],
  );
  const card = useMemo(
    () => (
      <aside class="card" aria-labelledby="card-heading" tabIndex={place < 0 ? 0 : undefined}>
        {place >= 0 ? (
          <StackCard index={index} place={place} answer={answer} evidence={evidence} />
        ) : view.cell !== undefined ? (
          <GroundCard index={index} cell={view.cell} answer={answer} evidence={evidence} />
        ) : (
          <HeldCard study={index.study} answer={answer} />
        )}
      </aside>
    ),
    [index, place, view.cell, answer, evidence],
  );
  const list = useMemo(
    () => (
      <RankedList
        study={index.study}
        view={view}
        answer={answer}
        hovered={hover?.place}
        wholeList={wholeList}
        before={before}
        figures={figures}
      />
    ),
    [index, view, answer, before, hover?.place, wholeList, figures],
  );
  const stacked = place >= 0 || view.cell !== undefined;
  return (
    <main id="main" class={stacked ? "hotspots has-stack" : "hotspots"}>
      {question}
      {date}
      <MapPanel index={index} state={state} answer={answer} before={before} figures={figures} />
      {list}
      {card}
      <Spoken sentence={headline} />
    </main>
  );
}

const loadedOf = (figures: Loaded<FoundFigures> | undefined) =>
  figures?.status === "ready" ? figures.value : undefined;

/** The headline for those who hear it: once it has come to rest. */
function Spoken({ sentence }: { sentence: string }) {
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(sentence), SPOKEN_MS);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <p class="unseen" aria-live="polite">
      {spoken}
    </p>
  );
}
