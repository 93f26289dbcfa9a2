/** Every initiative of the place along the years: what ran beside what, and what ended together. */
import { addDays, type IsoDate } from "../../../server/core/units.ts";
import { lifeSpan, listing, longDate, money, monthYear, percent } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { CategoryMark } from "../../parts/marks.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { Empty } from "../../parts/when-loaded.tsx";
import { initiativeTitle, programmeShort } from "../../programme-words.ts";
import { texts } from "../../texts/place.ts";
import { PRESENCE_WORDS } from "../../texts/words.ts";
import { type Cliff, cliffsOf } from "./cliffs.ts";
import type { Life, PlaceFacts } from "./place-facts.ts";
import { type TimeScale, timeScale } from "./time-scale.ts";

export function TimelineSection({ facts }: { facts: PlaceFacts }) {
  const { lives, place } = facts;
  const dated = lives.filter(({ start }) => start !== undefined);
  const undated = lives.length - dated.length;
  return (
    <>
      <SectionHead
        id="timeline-heading"
        heading={texts.timelineHeading(lives.length)}
        note={texts.timelineNote}
      />
      {dated.length === 0 ? (
        <Empty what={texts.nothingEver(place.name)} />
      ) : (
        <Timeline facts={facts} dated={dated} />
      )}
      {undated > 0 && <p class="note">{texts.undatedLives(undated)}</p>}
      {lives.length > 0 && (
        <details class="same-facts">
          <summary>{texts.sameFacts}</summary>
          <LivesTable facts={facts} />
        </details>
      )}
    </>
  );
}

function Timeline({ facts, dated }: { facts: PlaceFacts; dated: readonly Life[] }) {
  const { question, live } = facts;
  const cliffs = cliffsOf(dated);
  const dates = dated.flatMap(({ start, end }): IsoDate[] => [
    start!,
    end === undefined ? question.at : addDays(end, -1),
  ]);
  const scale = timeScale([...dates, question.at]);
  return (
    <div class="lives" role="img" aria-label={timelineWords(facts, cliffs)}>
      <div class="lives-head" aria-hidden="true">
        <Years scale={scale} />
      </div>
      {dated.map((life) => (
        <Row key={life.initiative} life={life} facts={facts} scale={scale} />
      ))}
      <div class="lives-lines" aria-hidden="true">
        {cliffs.map((cliff) => (
          <i key={cliff.on} class="lives-cliff" style={{ left: at(scale, cliff.on) }} />
        ))}
        <i class="lives-now" style={{ left: at(scale, question.at) }} />
      </div>
      <div class="lives-foot" aria-hidden="true">
        <span class="lives-now-word" style={{ left: at(scale, question.at) }}>
          {texts.liveThen(longDate(question.at), live.length)}
        </span>
      </div>
      {cliffs.length > 0 && (
        <p class="cliffs">
          <span class="cliff-mark" aria-hidden="true">
            ▼
          </span>{" "}
          {texts.cliffs(cliffs.map(cliffWords))}
        </p>
      )}
    </div>
  );
}

const at = (scale: TimeScale, date: IsoDate) => `${(scale.share(date) * 100).toFixed(2)}%`;

const cliffWords = ({ ending, on, assumed }: Cliff) => texts.cliff(ending, monthYear(on), assumed);

const timelineWords = ({ place, lives }: PlaceFacts, cliffs: readonly Cliff[]) =>
  texts.timelineSpoken(place.name, lives.length, listing(cliffs.map(cliffWords)));

/** Every second year, more where there are many: words would run into one another. */
function Years({ scale }: { scale: TimeScale }) {
  const step = scale.years.length > 24 ? 4 : 2;
  return (
    <>
      {scale.years.map(
        (year, i) =>
          year % step === 0 && (
            <span key={year} style={{ left: `${(i / scale.years.length) * 100}%` }}>
              {/* The last year has no room for its word. */}
              {i < scale.years.length - 1 && year}
            </span>
          ),
      )}
    </>
  );
}

function Row({ life, facts, scale }: { life: Life; facts: PlaceFacts; scale: TimeScale }) {
  const { study } = facts.index;
  const { name, round, programme, budget } = study.initiatives[life.initiative]!;
  const { category, ...named } = study.programmes[programme]!;
  const short = programmeShort(named);
  const from = scale.share(life.start!);
  const to = life.end === undefined ? 1 : scale.share(life.end);
  const kind = `lives-bar lives-bar-${category} lives-bar-${life.presence}${life.assumed ? " lives-bar-assumed" : ""}`;
  return (
    <div class="lives-row" aria-hidden="true">
      <span class="lives-name">
        <CategoryMark category={category} /> <b>{short}</b>{" "}
        <span>{initiativeTitle(short, name, round)}</span>
      </span>
      <span class="lives-note">{noteOf(life, budget)}</span>
      <span class="lives-track">
        <i
          class={kind}
          title={lifeSpan(life.start, life.end)}
          style={{ left: `${from * 100}%`, width: `${Math.max(0.4, (to - from) * 100)}%` }}
        />
      </span>
    </div>
  );
}

function noteOf({ presence, share }: Life, budget: number | undefined): string {
  if (budget !== undefined) return money(budget);
  if (presence === "touches") return texts.part(percent(share));
  return presence === "covers" ? texts.whole : texts.somewhere;
}

function LivesTable({ facts }: { facts: PlaceFacts }) {
  const { index, lives, place, live } = facts;
  const { initiatives, programmes } = index.study;
  const alive = new Set(live.map(({ initiative }) => initiative));
  const of = ({ initiative }: Life) => initiatives[initiative]!;
  const columns: Column<Life>[] = [
    {
      id: "programme",
      label: texts.programme,
      value: (life) => programmeShort(programmes[of(life).programme]!),
      head: true,
    },
    {
      id: "initiative",
      label: texts.initiative,
      value: (life) => {
        const { name, round, programme } = of(life);
        return initiativeTitle(programmeShort(programmes[programme]!), name, round);
      },
    },
    { id: "start", label: texts.start, value: ({ start }) => start },
    {
      id: "last_day",
      label: texts.lastDay,
      title: texts.lastDayTitle,
      value: ({ end }) => (end === undefined ? undefined : addDays(end, -1)),
      cell: ({ end, assumed }) =>
        end === undefined ? texts.open : `${addDays(end, -1)}${assumed ? texts.assumed : ""}`,
    },
    {
      id: "presence",
      label: texts.howThere,
      value: ({ presence, share }) =>
        presence === "touches" ? texts.partOfPlace(percent(share)) : PRESENCE_WORDS[presence],
    },
    {
      id: "budget_gbp",
      label: texts.budget,
      value: (life) => of(life).budget,
      cell: (life) => money(of(life).budget),
      number: true,
    },
    {
      id: "accountable_body",
      label: texts.body,
      value: (life) => of(life).accountableBody || undefined,
    },
  ];
  return (
    <DataTable
      caption={texts.livesCaption(place.name)}
      columns={columns}
      rows={lives}
      keyOf={({ initiative }) => initiatives[initiative]!.id}
      empty={texts.nothingEver(place.name)}
      file={`patchwork-${place.code}-initiatives`}
      rowClass={({ initiative }) => (alive.has(initiative) ? "row-current" : "")}
    />
  );
}
