import type { ErrorRequestHandler, Response } from "express";
import { toFailure } from "../contract/problem.ts";
import { AppError } from "../core/errors.ts";
import { problemPage } from "../publish/pages/problem-page.ts";

const TITLES: Record<number, string> = {
  400: "Bad request",
  404: "Not found",
  405: "Method not allowed",
  406: "Not acceptable",
  413: "Too large",
  415: "Unsupported format",
  422: "Not processable",
  499: "Cancelled",
  500: "Internal error",
  501: "Not built",
  503: "Not available",
};

/** Paths whose readers are people: they are told in a page. */
const PAGES = /^\/(plain|briefing|l)(\/|$)/;

/**
 * Every failure of a request as application/problem+json (RFC 9457), with the code and the detail
 * that the command line prints. What is not an AppError is our fault: 500, told to the log only.
 */
export const errorHandler: ErrorRequestHandler = (thrown, request, response, next) => {
  if (response.headersSent) {
    // Half a body is out: cutting the connection is the only honest end.
    next(thrown);
    return;
  }
  sendProblem(response, refusedByExpress(thrown, request.originalUrl) ?? thrown);
};

function sendProblem(response: Response, thrown: unknown): void {
  const { code, message, detail, status } = toFailure(thrown);
  if (!(thrown instanceof AppError)) console.error(thrown);
  const problem = {
    type: `urn:patchwork:problem:${code}`,
    title: TITLES[status] ?? "Error",
    status,
    code,
    detail: message,
    context: detail,
  };
  response.removeHeader("ETag");
  response.removeHeader("Content-Disposition");
  response.set("Cache-Control", "no-store");
  if (PAGES.test(response.req.path)) {
    response.status(status).type("html").send(problemPage(code, message));
    return;
  }
  response.status(status).type("application/problem+json").send(JSON.stringify(problem));
}

/** An address that express itself cannot read, such as `%E0%A4%A`, is the asker's slip. */
function refusedByExpress(thrown: unknown, address: string): AppError | undefined {
  if (thrown instanceof AppError || !(thrown instanceof Error) || !("status" in thrown)) {
    return undefined;
  }
  const status = Number(thrown.status);
  if (status === 404) {
    return new AppError("input/not-found", `There is nothing at ${address}.`, { address });
  }
  if (status < 400 || status >= 500) return undefined;
  return new AppError("input/invalid", `The address ${address} cannot be read.`, { address });
}
