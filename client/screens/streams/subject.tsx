/** One worked case or place: every measure of its streams, each with its table. */
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { FragmentationReply } from "../../../server/contract/fragmentation.ts";
import { ScreenHead } from "../../parts/screen-head.tsx";
import { ScreenLink } from "../../parts/screen-link.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { texts } from "../../texts/streams.ts";
import { CashTest } from "./cash-test.tsx";
import { ClaimRoutes } from "./claim-routes.tsx";
import { ClaimMark, ClaimsCalendar } from "./claims-calendar.tsx";
import { Clashes } from "./clashes.tsx";
import { CycleWheel } from "./cycle-wheel.tsx";
import { DuplicationTable } from "./duplication-table.tsx";
import { headlineOf, leadOf } from "./headline.ts";
import { KeyFigures } from "./key-figures.tsx";
import { type StreamsView, viewOf } from "./lines.ts";
import { MatchRules } from "./match-rules.tsx";
import { MoneyFlow } from "./money-flow.tsx";
import { namesOf } from "./names.ts";
import { Partners } from "./partners.tsx";
import { PerHead } from "./per-head.tsx";
import { MOST_RINGS, ringsOfStreams } from "./rings.ts";
import { StreamGantt } from "./stream-gantt.tsx";
import { StreamTable } from "./stream-table.tsx";

interface SubjectProps {
  readonly reply: FragmentationReply;
  /** Where the same figures are had as JSON. */
  readonly path: string;
  /** The date and how to move it, where the streams are those of a date. */
  readonly date?: ComponentChildren;
}

export function Subject({ reply, path, date }: SubjectProps) {
  const view = useMemo(() => viewOf(reply), [reply]);
  const { subject, streams } = view;
  useTitle(texts.title(subject.title));
  return (
    <main id="main" class="plain streams">
      <ScreenHead
        trail={
          <>
            <ScreenLink screen="streams" change={{ params: {}, place: undefined }}>
              {texts.allStreams}
            </ScreenLink>{" "}
            / {subject.title}
          </>
        }
        heading={headlineOf(view)}
        lead={leadOf(view)}
      >
        <a class="text-button" href={path} download={`patchwork-streams-${subject.id}.json`}>
          {texts.takeJson}
        </a>
      </ScreenHead>
      {subject.watermark && <p class="watermark">{subject.watermark}</p>}
      {date}
      {streams.length > 0 && <Streams view={view} path={path} />}
      <Source subject={subject} />
    </main>
  );
}

const FIGURES = "/api/v1/fragmentation";
const DIARY = "/api/v1/claims.ics";

/** The same question to the claims as a diary takes them, over the year of the calendar beside it. */
const diaryOf = (path: string, { year }: StreamsView["picture"]) =>
  `${path.replace(FIGURES, DIARY)}&from=${year.start}&to=${year.end}`;

function Streams({ view, path }: { view: StreamsView; path: string }) {
  const { subject, streams, picture, partnership, at } = view;
  const names = useMemo(() => namesOf(streams), [streams]);
  const rings = useMemo(() => ringsOfStreams(streams, names), [streams, names]);
  return (
    <>
      <KeyFigures reply={view} names={names} />
      <div class="streams-grid">
        <div class="stack-left">
          <Part id="wheel" heading={texts.wheelHead} note={texts.wheelNote}>
            <div class="wheel-and-table">
              {rings.length <= MOST_RINGS ? (
                <CycleWheel rings={rings} picture={picture} />
              ) : (
                <p class="note">{texts.tooManyRings(rings.length)}</p>
              )}
              <StreamTable rings={rings} />
            </div>
          </Part>
          <Part id="match" heading={texts.matchHead}>
            <MatchRules reply={view} names={names} />
          </Part>
        </div>
        <div class="stack-right">
          <Part
            id="calendar"
            heading={texts.calendarHead}
            actions={
              <a class="text-button" href={diaryOf(path, picture)} download>
                {texts.takeCalendar}
              </a>
            }
          >
            <ClaimsCalendar rings={rings} picture={picture} />
            <p class="note">
              <ClaimMark closes={false} /> {texts.openMark} <ClaimMark closes /> {texts.closingMark}{" "}
              <span class="year-mark" /> {texts.yearMark} {texts.calendarRule}
            </p>
          </Part>
          <Part id="clash" heading={texts.clashHead}>
            <Clashes picture={picture} names={names} />
          </Part>
          <Part id="routes" heading={texts.routesHead}>
            <ClaimRoutes streams={streams} names={names} />
          </Part>
        </div>
      </div>
      <Part id="cash" heading={texts.cashHead} note={texts.cashNote}>
        <CashTest streams={streams} names={names} />
      </Part>
      <Part id="gantt" heading={texts.ganttHead}>
        <StreamGantt streams={streams} picture={picture} names={names} at={at} />
      </Part>
      <Part id="flow" heading={texts.flowHead}>
        <MoneyFlow reply={view} names={names} />
      </Part>
      <Part id="partners" heading={texts.partnersHead}>
        <Partners partnership={partnership} />
      </Part>
      {subject.kind === "place" && (
        <Part id="per-head" heading={texts.perHeadHead}>
          <PerHead place={subject.id} at={at} />
        </Part>
      )}
      {subject.kind === "place" && (
        <Part id="pairs" heading={texts.pairsHere} note={texts.duplicationNote}>
          <DuplicationTable at={at} place={subject.id} />
        </Part>
      )}
    </>
  );
}

interface PartProps {
  readonly id: string;
  readonly heading: string;
  readonly note?: string;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Part({ id, heading, note, actions, children }: PartProps) {
  return (
    <section class="part" aria-labelledby={`${id}-heading`}>
      <SectionHead id={`${id}-heading`} heading={heading} note={note}>
        {actions}
      </SectionHead>
      {children}
    </section>
  );
}

function Source({ subject }: { subject: FragmentationReply["subject"] }) {
  const { evidence, notSaid } = subject;
  if (!evidence && notSaid.length === 0) return null;
  return (
    <footer class="streams-source">
      {notSaid.length > 0 && (
        <>
          <h2>{texts.notSaidHead}</h2>
          <ul class="not-said">
            {notSaid.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {evidence && (
        <p class="note">
          {evidence.source ? texts.source(evidence.source) : texts.recalled} {evidence.notes}
        </p>
      )}
    </footer>
  );
}
