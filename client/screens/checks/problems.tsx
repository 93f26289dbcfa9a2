/** Every problem by what to do about it; its kinds with their counts are the key and the filter. */
import { useState } from "preact/hooks";
import type { CheckReport } from "../../../server/contract/check-report.ts";
import { count } from "../../format.ts";
import { CopyTableButton } from "../../parts/copy-table-button.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { Empty } from "../../parts/when-loaded.tsx";
import { useActions } from "../../shell/context.tsx";
import { kindWord, texts } from "../../texts/checks.ts";
import { findingColumns } from "./finding-columns.tsx";

type Problem = CheckReport["problems"][number];

/** Places shown at first, and how many more each time they are asked for: a file may have thousands. */
const FIRST_ROWS = 20;
const MORE_ROWS = 500;
const STANDINGS = ["decide", "repairable", "note"] as const;

interface ProblemsProps {
  readonly report: CheckReport;
  readonly kind: string | undefined;
}

export function Problems({ report, kind }: ProblemsProps) {
  const { problems } = report;
  if (problems.length === 0) return <Empty what={texts.noProblems} />;
  const shown = problems.filter(({ problem }) => kind === undefined || problem === kind);
  return (
    <>
      <Kinds problems={problems} chosen={kind} />
      {shown.length === 0 && <Empty what={texts.noneOfKind} />}
      {STANDINGS.map((standing) => {
        const own = shown.filter((problem) => problem.standing === standing);
        if (own.length === 0) return null;
        const id = `${standing}-heading`;
        return (
          <section key={standing} aria-labelledby={id}>
            <SectionHead
              id={id}
              heading={texts.standings[standing]}
              note={texts.standingNotes[standing]}
            />
            {own.map((problem) => (
              <OneProblem key={problem.problem} problem={problem} />
            ))}
          </section>
        );
      })}
    </>
  );
}

function Kinds({ problems, chosen }: { problems: readonly Problem[]; chosen: string | undefined }) {
  const { setParams } = useActions();
  if (problems.length < 2 && chosen === undefined) return null;
  return (
    <fieldset class="filters checks-kinds">
      <legend class="unseen">{texts.kinds}</legend>
      {problems.map(({ problem, features }) => (
        <button
          key={problem}
          type="button"
          class="chip"
          aria-pressed={problem === chosen}
          onClick={() => setParams({ kind: problem === chosen ? undefined : problem })}
        >
          {kindWord(problem)} <span class="chip-count">{count(features)}</span>
        </button>
      ))}
      {chosen !== undefined && (
        <button type="button" class="text-button" onClick={() => setParams({ kind: undefined })}>
          {texts.kindsAll}
        </button>
      )}
    </fieldset>
  );
}

function OneProblem({ problem }: { problem: Problem }) {
  const [most, setMost] = useState(FIRST_ROWS);
  const { sentence, advice, repair_title, area_change_m2, places, features, findings } = problem;
  const columns = findingColumns(problem);
  const shown = findings.slice(0, most);
  const rest = findings.length - shown.length;
  const where = texts.places(places, features);
  return (
    <article class={`checks-problem checks-${problem.standing}`}>
      <h3>
        {sentence}
        {where && `, ${where}`}.
      </h3>
      <p>{advice}</p>
      {repair_title && (
        <p>
          <b>{texts.repairIs}:</b> {repair_title}.{" "}
          {area_change_m2 !== null && texts.repairChange(area_change_m2)}
        </p>
      )}
      {problem.whole ? (
        <p>{findings[0]?.value}</p>
      ) : (
        <DataTable
          caption={texts.findingsCaption(sentence)}
          columns={columns}
          rows={shown}
          keyOf={({ feature, ring, lon, lat, field, value }) =>
            [feature, ring, lon, lat, field, value].join(" ")
          }
          empty={texts.noProblems}
          {...(rest === 0 ? { file: `patchwork-${problem.problem}` } : {})}
        />
      )}
      <p class="checks-more">
        {rest > 0 && (
          <button type="button" class="button" onClick={() => setMost(most + MORE_ROWS)}>
            {texts.seeMore(Math.min(rest, MORE_ROWS), rest)}
          </button>
        )}
        {!problem.whole && (
          <CopyTableButton
            label={texts.copyTable}
            table={() => ({
              head: columns.map(({ label }) => label),
              rows: findings.map((one) => columns.map(({ value }) => String(value(one) ?? ""))),
            })}
          />
        )}
      </p>
    </article>
  );
}
