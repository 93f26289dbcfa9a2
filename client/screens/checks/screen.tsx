/** Files taken in: the stored check reports, one of them opened, and the history that they made. */
import "./checks.css";
import { useEffect, useRef } from "preact/hooks";
import type { ChecksReply } from "../../../server/contract/check-report.ts";
import { ScreenHead } from "../../parts/screen-head.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { useTitle } from "../../parts/use-title.ts";
import { WhenLoaded } from "../../parts/when-loaded.tsx";
import type { State } from "../../state.ts";
import { texts } from "../../texts/checks.ts";
import { History } from "./history.tsx";
import { OpenedReport } from "./opened-report.tsx";
import { Reports } from "./reports.tsx";

export function ChecksScreen({ state }: { state: State }) {
  const { check, kind, thing } = state.view.params;
  useOpening(check);
  return (
    <main id="main" class="plain checks in-turn">
      {check === undefined ? (
        <Taken thing={thing} />
      ) : (
        <OpenedReport key={check} check={check} kind={kind} />
      )}
    </main>
  );
}

/** A report that is opened begins at its top, with the focus on its heading; so does going back. */
function useOpening(check: string | undefined): void {
  const last = useRef(check);
  useEffect(() => {
    if (last.current === check) return;
    last.current = check;
    scrollTo(0, 0);
    document.querySelector<HTMLElement>("#main h1")?.focus({ preventScroll: true });
  }, [check]);
}

/** Every file, and the history under it. */
function Taken({ thing }: { thing: string | undefined }) {
  const reports = useReply<ChecksReply>("/api/v1/checks");
  useTitle(texts.title);
  const heading =
    reports.status === "ready" ? texts.heading(reports.value.checks.length) : texts.title;
  return (
    <>
      <ScreenHead heading={heading} lead={texts.lead} />
      <WhenLoaded of={reports} loading={texts.reading} lines={6}>
        {({ checks }) => <Reports checks={checks} />}
      </WhenLoaded>
      <History thing={thing} />
    </>
  );
}
