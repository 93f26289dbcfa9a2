/** A failure as both doors show it: problem+json over HTTP, `{"error": …}` on the command line. */
import { AppError, ERROR_CODES, type ErrorDetail } from "../core/errors.ts";

/** What anything but an AppError is called: a fault of ours. */
export const INTERNAL = "internal";

export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly detail: ErrorDetail;
  readonly status: number;
  readonly exit: number;
}

/** A thrown value as a failure. What is not an AppError is our fault and says nothing of its inside. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof AppError) {
    const { code, message, detail } = thrown;
    return { code, message, detail, ...ERROR_CODES[code] };
  }
  return {
    code: INTERNAL,
    message: "Something went wrong inside Patchwork. This is a fault of ours; please report it.",
    detail: {},
    status: 500,
    exit: 70,
  };
}
