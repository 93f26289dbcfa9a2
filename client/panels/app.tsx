/** The screen: state in, panels out. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Problem } from "../api.ts";
import type { State } from "../state.ts";
import { texts } from "../texts.ts";
import { useActions, useAppState } from "./context.tsx";
import { DateBar } from "./date-bar.tsx";
import { Filters } from "./filters.tsx";
import { Footer } from "./footer.tsx";
import { GroundCard } from "./ground-card.tsx";
import { Header } from "./header.tsx";
import { Headline, headlineOf } from "./headline.tsx";
import { HeldCard } from "./held-card.tsx";
import { useKeys } from "./keys.ts";
import { MapPanel } from "./map-panel.tsx";
import { Patterns } from "./marks.tsx";
import { Notices } from "./notices.tsx";
import { RankedList } from "./ranked-list.tsx";
import { StackCard } from "./stack-card.tsx";

/** How long a headline must stand before it is read out. */
const SPOKEN_MS = 700;

export function App() {
  const state = useAppState();
  const { study } = state;
  useKeys();
  return (
    <>
      <a class="skip" href="#list">
        {texts.skipToList}
      </a>
      <Patterns />
      <Header />
      <Notices notices={state.notices} online={state.online} />
      {study.status === "ready" ? (
        <Hotspots state={state} study={study} />
      ) : (
        <main id="main" class="plain">
          {study.status === "loading" ? <Loading /> : <Failed problem={study.problem} />}
        </main>
      )}
      <Footer study={study.status === "ready" ? study.index.study : undefined} />
    </>
  );
}

function Hotspots(props: { state: State; study: Extract<State["study"], { status: "ready" }> }) {
  const { state, study } = props;
  const { view, evidence, hover, wholeList } = state;
  const { index } = study;
  const answer = study.answer(view);
  const headline = headlineOf(answer);
  useEffect(() => {
    document.title = texts.title(headline);
  }, [headline]);
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
      </section>
    ),
    [index, view, answer],
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
      />
    ),
    [index, view, answer, hover?.place, wholeList],
  );
  const stacked = place >= 0 || view.cell !== undefined;
  return (
    <main id="main" class={stacked ? "hotspots has-stack" : "hotspots"}>
      {question}
      {date}
      <MapPanel index={index} state={state} answer={answer} />
      {list}
      {card}
      <Spoken sentence={headline} />
    </main>
  );
}

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

function Loading() {
  return (
    <div class="skeleton" aria-busy="true">
      <h1>{texts.loading}</h1>
      <i class="bone bone-wide" />
      <i class="bone" />
      <i class="bone bone-tall" />
    </div>
  );
}

function Failed({ problem }: { problem: Problem }) {
  const { retry } = useActions();
  return (
    <div class="failed" role="alert">
      <h1>{texts.failedHead}</h1>
      {problem.message && <p>{problem.message}</p>}
      <p>{texts.failedHint(problem.code)}</p>
      <p class="code">{texts.codeWord(problem.code)}</p>
      <button type="button" class="button" onClick={() => void retry()}>
        {texts.retry}
      </button>
    </div>
  );
}
