/** What a person sees while something is on its way, when it is here, and when it cannot be had. */
import type { ComponentChildren } from "preact";
import type { Problem } from "../api.ts";
import { shared } from "../texts/shared.ts";

/** Something asked for: on its way, here, or not to be had. */
export type Loaded<T> =
  | { readonly status: "loading" }
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
  return <Skeleton sentence={loading} lines={lines} />;
}

/** Grey lines with a sentence for those who hear the page, and for those who wait long. */
export function Skeleton({ sentence, lines }: { sentence: string; lines: number }) {
  const bones = Array.from({ length: lines }, (_, line) => line);
  return (
    <div class="skeleton" aria-busy="true">
      <output class="note">{sentence}</output>
      {bones.map((line) => (
        <i key={line} class="bone" style={{ width: `${100 - ((line * 17) % 45)}%` }} />
      ))}
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
