/** The initiatives of a stack that are there in one way, each with a way to its evidence. */
import { useId, useRef, useState } from "preact/hooks";
import type { Presence, StackEntry } from "../../../server/core/hotspots/stack.ts";
import type { Grade, Indication, LonLat, Study } from "../../../server/core/model.ts";
import { isoDate } from "../../../server/core/units.ts";
import { area, count, degrees, lifeSpan, listing, longDate, money, percent } from "../../format.ts";
import { CategoryMark, GradeMark } from "../../parts/marks.tsx";
import { initiativeTitle, programmeShort } from "../../programme-words.ts";
import type { Evidence, EvidenceState } from "../../state.ts";
import { texts } from "../../texts/hotspots.ts";
import { shared } from "../../texts/shared.ts";
import { GRADE_WORDS, GROUND_WORDS, PRESENCE_WORDS } from "../../texts/words.ts";
import { EntryRecord } from "./entry-record.tsx";

interface StackGroupProps {
  readonly presence: Presence;
  /** In place of the usual words for this presence. */
  readonly heading?: string;
  readonly entries: readonly StackEntry[];
  readonly study: Study;
  readonly evidence: EvidenceState;
}

export function StackGroup(props: StackGroupProps) {
  const { presence, entries, study, evidence } = props;
  const heading = props.heading ?? PRESENCE_WORDS[presence];
  const gradeOf = ({ initiative, outline, indication }: StackEntry): Grade => {
    if (outline !== undefined) return study.outlines[outline]!.grade;
    if (indication !== undefined) return "indicative";
    return evidence.rows.get(study.initiatives[initiative]!.id)?.grade ?? "located";
  };
  const grades = [...new Set(entries.map(gradeOf))];
  const tally = grades.map((grade) => {
    const these = entries.filter((entry) => gradeOf(entry) === grade).length;
    return texts.groupCount(these, GROUND_WORDS[grade]);
  });
  return (
    <section class="group" aria-label={heading} aria-busy={evidence.status === "loading"}>
      <h3>
        {grades.map((grade) => (
          <span key={grade} title={GRADE_WORDS[grade]}>
            <GradeMark grade={grade} />
          </span>
        ))}
        {heading} <span class="group-count">{listing(tally)}</span>
      </h3>
      <ul>
        {entries.map((entry) => (
          <Entry
            key={study.initiatives[entry.initiative]!.id}
            entry={entry}
            study={study}
            said={evidence.rows.get(study.initiatives[entry.initiative]!.id)}
            waiting={evidence.status === "loading"}
          />
        ))}
      </ul>
    </section>
  );
}

interface EntryProps {
  readonly entry: StackEntry;
  readonly study: Study;
  readonly said: Evidence | undefined;
  readonly waiting: boolean;
}

function Entry({ entry, study, said, waiting }: EntryProps) {
  const initiative = study.initiatives[entry.initiative]!;
  const programme = study.programmes[initiative.programme]!;
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const part = entry.presence === "touches" ? texts.ofPlace(percent(entry.share)) : "";
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <li class="entry" onKeyDown={onKeyDown}>
      <p class="entry-name">
        <CategoryMark category={programme.category} />
        <b>{programmeShort(programme)}</b>
        <span class="entry-title" title={initiative.name}>
          {initiativeTitle(programmeShort(programme), initiative.name, initiative.round)}
        </span>
        <span class="entry-part">{part}</span>
      </p>
      <p class="entry-line entry-when">
        <span class="entry-dates">
          {lifeSpan(initiative.start, initiative.end)}
          {said?.endConfidence === "recalled" && (
            <span class="entry-end">, {texts.endRecalled}</span>
          )}
        </span>
        <button
          type="button"
          ref={button}
          class={said || !waiting ? "evidence-button" : "evidence-button on-its-way"}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <span class="unseen">{texts.evidenceOf(`${programme.name}, ${initiative.name}`)}: </span>
          <span class="evidence-source">{said?.evidence.source || texts.noSource}</span>{" "}
          <span class={`confidence confidence-${initiative.confidence}`}>
            {shared[initiative.confidence]}
          </span>
        </button>
      </p>
      <p class="entry-line">
        <span class="entry-body">{initiative.accountableBody || texts.bodyUnknown}</span>
        <EntryMoney budget={initiative.budget} said={said} />
      </p>
      {entry.indication !== undefined && <CitedSize {...study.indications[entry.indication]!} />}
      {initiative.missing.length > 0 && (
        <p class="entry-missing">{texts.missing(missingWords(initiative.missing))}</p>
      )}
      <div id={id} class="evidence" hidden={!open}>
        {open && (
          <>
            <EvidenceText said={said} waiting={waiting} point={initiative.point} />
            <EntryRecord id={initiative.id} />
          </>
        )}
      </div>
    </li>
  );
}

const MISSING_NAMED = 6;

/** The first few names, and how many more. */
function missingWords(names: readonly string[]): string[] {
  if (names.length <= MISSING_NAMED) return [...names];
  return [...names.slice(0, MISSING_NAMED), `${count(names.length - MISSING_NAMED)} more`];
}

/** What was printed for the year where anything was, else the recorded budget. */
function EntryMoney({ budget, said }: { budget: number | undefined; said: Evidence | undefined }) {
  if (said?.yearMoney != null) {
    return (
      <span class="entry-money">
        {money(said.yearMoney)} <small>{said.yearMoneyLabel}</small>
      </span>
    );
  }
  return (
    <span class={budget === undefined ? "entry-money unknown" : "entry-money"}>
      {money(budget)} {budget !== undefined && <small>{texts.lifetime}</small>}
    </span>
  );
}

/** The size that an indicative boundary is drawn from, and who says it. */
function CitedSize({ smallest, largest, citation }: Indication) {
  const sizes = shared.to(area(smallest), area(largest));
  return <p class="entry-size">{texts.citedSize(sizes, citation)}</p>;
}

interface EvidenceTextProps {
  readonly said: Evidence | undefined;
  readonly waiting: boolean;
  readonly point: LonLat | undefined;
}

function EvidenceText({ said, waiting, point }: EvidenceTextProps) {
  if (!said) return <p>{waiting ? texts.evidenceLoading : texts.evidenceFailed}</p>;
  const { source, notes, dateRead, confidence } = said.evidence;
  const read = dateRead === null ? undefined : isoDate(dateRead);
  return (
    <dl>
      <dt>{texts.sourceHead}</dt>
      <dd>
        {source || texts.noSource}. {confidence === "recalled" && texts.recalledNote}{" "}
        {read && texts.dateRead(longDate(read))}
      </dd>
      {notes && (
        <>
          <dt>{texts.noteHead}</dt>
          <dd>{notes}</dd>
        </>
      )}
      <dt>{texts.fundedBy}</dt>
      <dd>{said.department}</dd>
      {point && (
        <>
          <dt>{texts.pointHead}</dt>
          <dd>{texts.pointAt(degrees(point.lat), degrees(point.lon))}</dd>
        </>
      )}
    </dl>
  );
}
