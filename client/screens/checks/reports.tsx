/** The list of files that were taken in, newest first; or what to do where there is none. */
import type { StoredCheckReply } from "../../../server/contract/check-report.ts";
import { dayOf, repairWords, shortHash, verdictWords } from "../../check-words.ts";
import { count } from "../../format.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { CopyTableButton } from "../../parts/copy-table-button.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { ScreenLink } from "../../parts/screen-link.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { Empty } from "../../parts/when-loaded.tsx";
import { texts } from "../../texts/checks.ts";

type Stored = StoredCheckReply;

const columns: readonly Column<Stored>[] = [
  {
    id: "file",
    label: texts.file,
    head: true,
    value: ({ file }) => file,
    cell: ({ id, file }) => (
      <ScreenLink screen="checks" change={{ params: { check: String(id) } }}>
        {file}
      </ScreenLink>
    ),
  },
  {
    id: "taken_in",
    label: texts.taken,
    value: ({ checked_at }) => checked_at,
    cell: ({ checked_at }) => dayOf(checked_at),
  },
  { id: "who", label: texts.who, value: ({ who }) => who || undefined },
  { id: "source", label: texts.source, value: ({ source }) => source || undefined },
  { id: "found", label: texts.found, title: texts.verdictRule, value: verdictWords },
  { id: "repairs_accepted", label: texts.repairs, value: repairWords },
  {
    id: "versions",
    label: texts.madeVersions,
    value: ({ versions }) => versions.map(count).join(", "),
  },
  {
    id: "sha256",
    label: texts.hash,
    title: texts.hashRule,
    value: ({ sha256 }) => sha256,
    cell: ({ sha256 }) => <code title={sha256}>{shortHash(sha256)}</code>,
  },
];

export function Reports({ checks }: { checks: readonly Stored[] }) {
  if (checks.length === 0) return <HowToBegin />;
  return (
    <section aria-labelledby="reports-heading">
      <SectionHead id="reports-heading" heading={texts.reports} note={texts.reportsNote}>
        <CopyTableButton
          label={texts.copyTable}
          table={() => ({
            head: columns.map(({ label }) => label),
            rows: checks.map((check) => columns.map(({ value }) => String(value(check) ?? ""))),
          })}
        />
        <CopyButton
          label={texts.copyCall}
          of={texts.reports}
          text={() => `curl '${location.origin}/api/v1/checks'`}
        />
      </SectionHead>
      <DataTable
        caption={texts.reportsCaption}
        columns={columns}
        rows={checks}
        keyOf={({ id }) => String(id)}
        empty={texts.none}
        file="patchwork-files-taken-in"
      />
    </section>
  );
}

/** Nothing was imported: that is said, with the two commands that begin. */
function HowToBegin() {
  return (
    <section aria-label={texts.reports}>
      <Empty what={texts.none} hint={texts.noneHint} />
      <ul class="checks-commands">
        {[texts.checkExample, texts.importExample].map((command) => (
          <li key={command}>
            <code>{command}</code>{" "}
            <CopyButton label={texts.copyCommand} of={command} text={() => command} />
          </li>
        ))}
      </ul>
    </section>
  );
}
