/** One stored report: the file, every problem, every repair, and the versions that it made. */
import type { CheckReply } from "../../../server/contract/check-report.ts";
import type { VersionReply } from "../../../server/contract/versions.ts";
import { patchworkCommand } from "../../api.ts";
import { dayOf } from "../../check-words.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { ScreenHead } from "../../parts/screen-head.tsx";
import { ScreenLink } from "../../parts/screen-link.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { useTitle } from "../../parts/use-title.ts";
import { Empty, WhenLoaded } from "../../parts/when-loaded.tsx";
import { texts } from "../../texts/checks.ts";
import { FileFacts } from "./file-facts.tsx";
import { Problems } from "./problems.tsx";
import { Proposals } from "./proposals.tsx";
import { VersionTable } from "./version-table.tsx";

interface OpenedReportProps {
  /** As the address has it. */
  readonly check: string;
  /** The kind of problem that is looked at alone. */
  readonly kind: string | undefined;
}

export function OpenedReport({ check, kind }: OpenedReportProps) {
  const path = `/api/v1/checks/${encodeURIComponent(check)}`;
  const loaded = useReply<CheckReply>(path);
  const reply = loaded.status === "ready" ? loaded.value : undefined;
  const unknown =
    loaded.status === "failed" &&
    ["input/not-found", "input/invalid"].includes(loaded.problem.code);
  const heading = unknown
    ? texts.noReport
    : reply
      ? texts.reportHeading(reply.file, reply.problems)
      : texts.readingOne;
  useTitle(heading);
  return (
    <>
      <ScreenHead
        trail={
          <ScreenLink screen="checks" change={{ params: {} }}>
            {texts.back}
          </ScreenLink>
        }
        heading={heading}
        lead={reply && leadOf(reply)}
      >
        {reply && <Copies path={path} file={reply.file} />}
      </ScreenHead>
      {unknown ? (
        <Empty what={texts.noReportHint} />
      ) : (
        <WhenLoaded of={loaded} loading={texts.readingOne} lines={12}>
          {(value) => <Body reply={value} kind={kind} />}
        </WhenLoaded>
      )}
    </>
  );
}

const leadOf = ({ report }: CheckReply) =>
  texts.reportLead(report.features, report.crs === null, dayOf(report.checked_on));

function Copies({ path, file }: { path: string; file: string }) {
  return (
    <>
      <CopyButton
        look="button"
        label={texts.copyCall}
        of={file}
        text={() => `curl '${location.origin}${path}'`}
      />
      <CopyButton
        look="button"
        label={texts.copyCommand}
        of={file}
        text={() => patchworkCommand("check", file)}
      />
    </>
  );
}

function Body({ reply, kind }: { reply: CheckReply; kind: string | undefined }) {
  return (
    <>
      <FileFacts reply={reply} />
      <Problems report={reply.report} kind={kind} />
      <Proposals reply={reply} />
      <MadeVersions check={reply.id} />
    </>
  );
}

function MadeVersions({ check }: { check: number }) {
  const history = useReply<{ readonly versions: readonly VersionReply[] }>("/api/v1/versions");
  return (
    <section aria-labelledby="made-heading">
      <SectionHead id="made-heading" heading={texts.historyOfReport} note={texts.restoreNote} />
      <WhenLoaded of={history} loading={texts.readingVersions} lines={2}>
        {({ versions }) => (
          <VersionTable
            versions={versions.filter((version) => version.check === check)}
            thing={undefined}
          />
        )}
      </WhenLoaded>
    </section>
  );
}
