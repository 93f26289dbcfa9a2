/** What needs the study: the screen where it is here, else its loading or failed state. */
import type { ComponentChildren } from "preact";
import { useActions } from "../shell/context.tsx";
import type { ReadyStudy, State } from "../state.ts";
import { shared } from "../texts/shared.ts";
import { Failed, Skeleton } from "./when-loaded.tsx";

interface WithStudyProps {
  readonly state: State;
  readonly children: (study: ReadyStudy) => ComponentChildren;
}

export function WithStudy({ state, children }: WithStudyProps) {
  const { retry } = useActions();
  const { study } = state;
  if (study.status === "ready") return <>{children(study)}</>;
  return (
    <main id="main" class="plain">
      {study.status === "loading" ? (
        <Skeleton sentence={shared.loading} lines={8} />
      ) : (
        <Failed heading={shared.failedHead} problem={study.problem} retry={() => void retry()} />
      )}
    </main>
  );
}
