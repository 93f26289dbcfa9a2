/** Replies kept for the visit, so that going back is at once and needs no connection. */
import { fetchReply, type Reply } from "./api.ts";

/** Replies kept at most; the one asked for longest ago goes first. */
const MOST_KEPT = 120;

export type Replies = ReturnType<typeof createReplies>;

/** @param ask how a path is asked for; in the app, of the server */
export function createReplies(ask: (path: string) => Promise<Reply<unknown>> = fetchReply) {
  const kept = new Map<string, unknown>();
  const onTheWay = new Map<string, Promise<Reply<unknown>>>();
  const keep = (path: string, value: unknown) => {
    kept.delete(path);
    kept.set(path, value);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  };
  return {
    /** What came for a path before; undefined where nothing did. */
    kept: <T>(path: string) => kept.get(path) as T | undefined,
    /** One request a path, however many components ask. A failure is not kept. */
    ask: <T>(path: string): Promise<Reply<T>> => {
      if (kept.has(path)) return Promise.resolve({ ok: true, value: kept.get(path) as T });
      const asked =
        onTheWay.get(path) ??
        ask(path).then((reply) => {
          onTheWay.delete(path);
          if (reply.ok) keep(path, reply.value);
          return reply;
        });
      onTheWay.set(path, asked);
      return asked as Promise<Reply<T>>;
    },
  };
}
