/** One question to an ArcGIS feature service, asked again where that may help. */
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { AppError } from "../../core/errors.ts";

export interface Asking {
  /** Milliseconds to wait; tests do not. */
  readonly wait?: ((ms: number) => Promise<void>) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** How often one question is asked. */
const TRIES = 5;
/** Milliseconds before the second try; doubled from try to try. */
const FIRST_WAIT = 1000;
/** No service is waited for longer than this at a time, milliseconds. */
const LONGEST_WAIT = 60_000;
/** Milliseconds that one reply may take. */
const TIMEOUT = 120_000;
/** Bytes of one reply: a page of a thousand outlines takes a few megabytes. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The service tells of faults in the body, with status 200. */
const faultSchema = z.object({
  error: z.object({ code: z.number(), message: z.string().default("") }),
});

/** A try that failed and may succeed later. */
class Passing {
  readonly why: string;
  readonly after: number | undefined;

  constructor(why: string, after?: number) {
    this.why = why;
    this.after = after;
  }
}

/**
 * Asks until there is a whole, well-formed reply of the expected shape.
 *
 * @throws AppError fetch/refused where the service says no, fetch/unreachable after five tries,
 *   work/cancelled
 */
export async function askService<T>(
  address: string,
  schema: z.ZodType<T>,
  { wait = (ms) => setTimeout(ms), signal }: Asking = {},
): Promise<T> {
  let last = "";
  for (let attempt = 0; attempt < TRIES; attempt++) {
    try {
      return await askOnce(address, schema, signal);
    } catch (cause) {
      if (!(cause instanceof Passing)) throw cause;
      last = cause.why;
      const pause = cause.after ?? FIRST_WAIT * 2 ** attempt;
      if (attempt + 1 < TRIES) await wait(Math.min(pause, LONGEST_WAIT));
    }
  }
  throw new AppError(
    "fetch/unreachable",
    `${hostOf(address)} gave no usable answer in ${TRIES} tries: ${last}. What was fetched is kept; ` +
      "run the same command again to go on.",
    { address, why: last },
  );
}

async function askOnce<T>(
  address: string,
  schema: z.ZodType<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  const response = await answerOf(address, signal);
  const body = await bodyOf(response);
  const { status, headers } = response;
  if (status === 429 || status >= 500) {
    throw new Passing(`status ${status}`, retryAfter(headers.get("retry-after")));
  }
  const json = jsonOf(body);
  const fault = faultSchema.safeParse(json);
  if (fault.success) {
    const { code, message } = fault.data.error;
    if (code === 429 || code >= 500) throw new Passing(`error ${code} ${message}`);
    throw refused(address, `${code} ${message}`.trim());
  }
  if (status >= 400) throw refused(address, `status ${status}`);
  const found = schema.safeParse(json);
  if (found.success) return found.data;
  throw refused(address, "a reply of another shape than documented");
}

async function answerOf(address: string, signal: AbortSignal | undefined): Promise<Response> {
  const timeout = AbortSignal.timeout(TIMEOUT);
  try {
    return await fetch(address, {
      headers: { accept: "application/json" },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (cause) {
    if (signal?.aborted) throw new AppError("work/cancelled", "Fetching was cancelled.", {});
    throw new Passing(reasonOf(cause));
  }
}

/** The body as text, no more of it than a page can have. */
async function bodyOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) {
        throw new AppError(
          "limit/size",
          `A reply of ${hostOf(response.url)} is larger than ${MOST_BYTES} bytes, the most that is read.`,
          { address: response.url },
        );
      }
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new Passing(`the reply broke off: ${reasonOf(cause)}`);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Passing("the reply is cut short or no JSON");
  }
}

/** Seconds, or a date. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const until = Date.parse(header) - Date.now();
  return Number.isFinite(until) ? Math.max(0, until) : undefined;
}

const hostOf = (address: string) => new URL(address).host;

const reasonOf = (cause: unknown) => {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? inner.message : String(inner);
};

function refused(address: string, why: string): AppError {
  return new AppError(
    "fetch/refused",
    `${hostOf(address)} refused: ${why}. The layer may have moved; see the Open Geography portal.`,
    { address, why },
  );
}
