import { type Share, share } from "../../units.ts";
import type { Attendance } from "../model.ts";

export interface Participation {
  readonly present: number;
  /** Partnerships that answered: those recorded as unknown are not in it. */
  readonly answered: number;
  readonly notAnswered: number;
  /** present / answered; `undefined` where none answered. */
  readonly share: Share | undefined;
}

/** M-P2. In what share of the partnerships that answered a kind of member takes part. */
export function participation(answers: readonly Attendance[]): Participation {
  const present = answers.filter((answer) => answer === "present").length;
  const answered = answers.filter((answer) => answer !== "unknown").length;
  return {
    present,
    answered,
    notAnswered: answers.length - answered,
    share: answered > 0 ? share(present / answered) : undefined,
  };
}
