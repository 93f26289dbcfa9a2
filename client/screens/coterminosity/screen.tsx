/** Coterminosity: every known outline against every tier; a cell opens on where, why and what to move. */
import "./coterminosity.css";
import { useRef, useState } from "preact/hooks";
import type { FitMatrixReply } from "../../../server/contract/fit-matrix.ts";
import { withoutFigure } from "../../answer.ts";
import { questionPairs } from "../../api.ts";
import { headlineCounts } from "../../fit-words.ts";
import { count, longDate } from "../../format.ts";
import { ScreenHead } from "../../parts/screen-head.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { useTitle } from "../../parts/use-title.ts";
import { Empty, Skeleton, WhenLoaded } from "../../parts/when-loaded.tsx";
import { WithStudy } from "../../parts/with-study.tsx";
import { DateBar } from "../../question/date-bar.tsx";
import { Filters } from "../../question/filters.tsx";
import { useActions } from "../../shell/context.tsx";
import type { ReadyStudy, State } from "../../state.ts";
import { CLASS_WORDS, type FitClassWord, texts } from "../../texts/coterminosity.ts";
import type { View } from "../../view.ts";
import { type By, ByWhat } from "./by-what.tsx";
import { CARD_HEADING } from "./focus.ts";
import { Matrix } from "./matrix.tsx";
import { type Body, countByClass, matrixRows } from "./matrix-rows.ts";
import { Opened } from "./opened.tsx";

/** Rows shown before the rest is asked for. */
const FIRST_ROWS = 30;

export function CoterminosityScreen({ state }: { state: State }) {
  return <WithStudy state={state}>{(study) => <Tiers state={state} study={study} />}</WithStudy>;
}

function Tiers({ state, study }: { state: State; study: ReadyStudy }) {
  const { view } = state;
  // A fit is of all of England: so are the chips and the bar over it.
  const answer = study.answer({ ...withoutFigure(view), region: undefined });
  const query = new URLSearchParams(questionPairs(answer.question)).toString();
  const matrix = useReply<FitMatrixReply>(`/api/v1/fit?${query}`);
  const last = useRef<Told | undefined>(undefined);
  if (matrix.status === "ready") last.current = { matrix: matrix.value, at: view.at };
  useTitle(texts.title);
  // The heading is made of the reply: what stood under another one would be pushed down by it.
  if (matrix.status === "loading" && !last.current)
    return (
      <main id="main" class="plain fit">
        <Skeleton sentence={texts.loading} lines={12} />
      </main>
    );
  return (
    <main id="main" class="plain fit">
      <Head told={last.current} />
      <section class="fit-question" aria-label={texts.title}>
        <DateBar at={view.at} quarters={answer.quarters} peak={answer.peak} />
        <Filters study={study.index.study} view={view} answer={answer} ofRegion={false} />
        {view.region && <p class="note">{texts.wholeEngland}</p>}
      </section>
      <WhenLoaded of={matrix} loading={texts.loading} lines={12}>
        {(reply) => (
          <Held reply={reply} view={view} query={query} places={study.index.study.layer.id} />
        )}
      </WhenLoaded>
    </main>
  );
}

/** The reply that the heading is of: the last one, until the next is here. */
interface Told {
  readonly matrix: FitMatrixReply;
  readonly at: View["at"];
}

function Head({ told }: { told: Told | undefined }) {
  if (!told) return <ScreenHead heading={texts.title} />;
  const { matrix, at } = told;
  const { tested, untested, identical, crossing } = headlineCounts(matrix.bodies);
  return (
    <ScreenHead
      heading={texts.heading(tested, identical, crossing, longDate(at))}
      lead={texts.lead(untested)}
    />
  );
}

interface HeldProps {
  readonly reply: FitMatrixReply;
  readonly view: View;
  readonly query: string;
  /** Id of the layer of places. */
  readonly places: string;
}

function Held({ reply, view, query, places }: HeldProps) {
  const [whole, setWhole] = useState(false);
  const { params } = view;
  const classes = (params.cls ?? "").split(",").filter((name) => name in CLASS_WORDS);
  const rows = matrixRows(reply.bodies, classes);
  const shown = whole ? rows : rows.slice(0, FIRST_ROWS);
  const open = rows.find(({ initiative }) => initiative === params.body);
  const layer = reply.tiers.find(({ id }) => id === params.tier);
  const by: By = reply.has_people && params.j === "people" ? "people" : "ground";
  return (
    <div class="fit-columns">
      <div>
        <Classes bodies={reply.bodies} chosen={classes} />
        <ByWhat by={by} hasPeople={reply.has_people} />
        {rows.length === 0 ? (
          <Empty what={texts.none} />
        ) : (
          <Matrix
            tiers={reply.tiers}
            rows={shown}
            by={by}
            open={open && layer ? { body: open.initiative, tier: layer.id } : undefined}
          />
        )}
        <p class="fit-more">
          {rows.length > shown.length && (
            <button type="button" class="button" onClick={() => setWhole(true)}>
              {texts.seeAll(rows.length)}
            </button>
          )}
          <a href={`/export/coterminosity.csv?${query}`}>{texts.takeMatrix}</a>
          <a href={`/export/gaps.geojson?${query}`}>{texts.takeGaps}</a>
        </p>
      </div>
      <aside class="fit-card" aria-labelledby={CARD_HEADING}>
        {open && layer ? (
          <Opened
            key={`${open.initiative} ${layer.id} ${params.ref ?? ""}`}
            body={open}
            tier={layer}
            reference={params.ref}
            piece={params.piece}
            at={view.at}
            isPlaces={layer.id === places}
          />
        ) : (
          <>
            <h2 id={CARD_HEADING} tabIndex={-1}>
              {texts.pickHeading}
            </h2>
            <p>{texts.pick}</p>
            <ClassKey />
          </>
        )}
      </aside>
    </div>
  );
}

/** The classes with their counts: the legend is the filter. */
function Classes({ bodies, chosen }: { bodies: readonly Body[]; chosen: readonly string[] }) {
  const { setParams } = useActions();
  const counts = countByClass(bodies);
  const toggle = (name: string) => {
    const next = chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name];
    setParams({ cls: next.length > 0 ? next.join(",") : undefined });
  };
  const words = (Object.keys(CLASS_WORDS) as FitClassWord[]).filter((name) => name !== "untested");
  return (
    <fieldset class="filters fit-classes">
      <legend class="unseen">{texts.classes}</legend>
      {words.map((name) => {
        const cells = counts.get(name) ?? 0;
        const on = chosen.includes(name);
        return (
          <button
            key={name}
            type="button"
            class="chip"
            aria-pressed={on}
            disabled={cells === 0 && !on}
            title={CLASS_WORDS[name].rule}
            onClick={() => toggle(name)}
          >
            <i class={`verdict-mark verdict-${name}`} aria-hidden="true">
              {CLASS_WORDS[name].mark}
            </i>
            {CLASS_WORDS[name].word} <span class="chip-count">{count(cells)}</span>
          </button>
        );
      })}
      {chosen.length > 0 && (
        <button type="button" class="text-button" onClick={() => setParams({ cls: undefined })}>
          {texts.showAll}
        </button>
      )}
    </fieldset>
  );
}

/** What each class means. */
function ClassKey() {
  return (
    <dl class="fit-key">
      {(Object.keys(CLASS_WORDS) as FitClassWord[]).map((name) => (
        <div key={name}>
          <dt>
            <span class={`verdict verdict-${name}`}>
              <i aria-hidden="true">{CLASS_WORDS[name].mark}</i> {CLASS_WORDS[name].word}
            </span>
          </dt>
          <dd>{CLASS_WORDS[name].rule}</dd>
        </div>
      ))}
    </dl>
  );
}
