import { AppError, ERROR_CODES, type ErrorCode, type ErrorDetail } from "../core/errors.ts";

/** An error as plain values, since a structured clone loses its class and its code. */
export interface Failure {
  readonly code: string | undefined;
  readonly message: string;
  readonly detail: ErrorDetail;
  /** Where it was thrown, in its own thread. */
  readonly stack: string | undefined;
}

const isCode = (code: string | undefined): code is ErrorCode =>
  code !== undefined && Object.hasOwn(ERROR_CODES, code);

export function toFailure(error: unknown): Failure {
  if (error instanceof AppError) {
    const { code, message, detail, stack } = error;
    return { code, message, detail, stack };
  }
  if (error instanceof Error) {
    return { code: undefined, message: error.message, detail: {}, stack: error.stack };
  }
  return { code: undefined, message: String(error), detail: {}, stack: undefined };
}

/** The error as it would have been thrown here: an AppError stays one, with code and detail. */
export function toError({ code, message, detail, stack }: Failure): Error {
  const error = isCode(code) ? new AppError(code, message, detail) : new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}

/** A worker ended before its work was done: out of memory, or killed. */
export function threadLost(): AppError {
  return new AppError(
    "work/thread-lost",
    "A worker thread ended before its work was done, most likely for want of memory. " +
      "Run it again with --threads 1, or with fewer or smaller files.",
  );
}
