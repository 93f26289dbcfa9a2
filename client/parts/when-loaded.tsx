/** What a person sees while something is on its way, when it is here, and when it cannot be had. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../api.ts";
import { shared } from "../texts/shared.ts";

/** Something asked for: on its way, here, or not to be had. */
export type Loaded<T> =
  | {
      readonly status: "loading";
      /** Ends the waiting, where a person may. */
      readonly stop?: () => void;
    }
  | { readonly status: "ready"; readonly value: T }
  | { readonly status: "failed"; readonly problem: Problem; readonly retry: () => void };

interface WhenLoadedProps<T> {
  readonly of: Loaded<T>;
  /** What is being read, such as "Reading the claims". */
  readonly loading: string;
  /** Lines that the skeleton takes: about as many as will stand there, so that nothing jumps. */
  readonly lines?: number;
  readonly children: (value: T) => ComponentChildren;
}

export function WhenLoaded<T>({ of, loading, lines = 3, children }: WhenLoadedProps<T>) {
  if (of.status === "ready") return <>{children(of.value)}</>;
  if (of.status === "failed") return <Failed problem={of.problem} retry={of.retry} />;
  return <Skeleton sentence={loading} lines={lines} {...(of.stop ? { stop: of.stop } : {})} />;
}

/** Waiting that is worth a word. */
const LONG_MS = 2000;

interface SkeletonProps {
  readonly sentence: string;
  readonly lines: number;
  readonly stop?: () => void;
}

/** Grey lines with a sentence for those who hear the page, and for those who wait long. */
export function Skeleton({ sentence, lines, stop }: SkeletonProps) {
  const bones = Array.from({ length: lines }, (_, line) => line);
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="skeleton" aria-busy="true">
      <output class="note">
        {sentence}
        {long && shared.stillWorking}
      </output>
      {bones.map((line) => (
        <i key={line} class="bone" style={{ width: `${100 - ((line * 17) % 45)}%` }} />
      ))}
      {long && stop && (
        <button type="button" class="button" onClick={stop}>
          {shared.stopWaiting}
        </button>
      )}
    </div>
  );
}

interface FailedProps {
  readonly problem: Problem;
  readonly retry: () => void;
  /** In place of "This part could not be read". */
  readonly heading?: string;
}

/** What, why, what to do, and the code: the same words as the command line's. */
export function Failed({ problem, retry, heading = shared.partFailed }: FailedProps) {
  return (
    <div class="failed" role="alert">
      <p>
        <strong>{heading}</strong>
      </p>
      {problem.message && <p>{problem.message}</p>}
      <p>{shared.failedHint(problem.code)}</p>
      <p class="code">{shared.codeWord(problem.code)}</p>
      <button type="button" class="button" onClick={retry}>
        {shared.retry}
      </button>
    </div>
  );
}

/** Nothing to show: what is missing, and what to do about it. */
export function Empty({ what, hint }: { what: string; hint?: string }) {
  return (
    <div class="empty">
      <p>{what}</p>
      {hint && <p>{hint}</p>}
    </div>
  );
}
