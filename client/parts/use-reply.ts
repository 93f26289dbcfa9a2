/** What the server says at a path, followed by a component. What came once is kept for the visit. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Problem, Reply } from "../api.ts";
import { useReplies } from "../shell/context.tsx";
import type { Loaded } from "./when-loaded.tsx";

/** How long a path must stand before it is asked for, after the first. */
const REST_MS = 180;

/** A person would not wait; what comes all the same is kept. */
const STOPPED: Problem = { code: "client/cancelled", message: "" };

/**
 * Asks for a path under `/api/v1`, and again when the path changes or a person tries again. A reply
 * for a path that is no longer wanted is put aside.
 *
 * @param path with its query; undefined asks nothing and stays loading
 */
export function useReply<T>(path: string | undefined): Loaded<T> {
  const replies = useReplies();
  const asked = useRef(false);
  const [tries, setTries] = useState(0);
  const [got, setGot] = useState<{ path: string; reply: Reply<T> }>();
  useEffect(() => {
    if (path === undefined) return;
    let wanted = true;
    const ask = () =>
      replies.ask<T>(path).then((reply) => {
        if (wanted) setGot({ path, reply });
      });
    // A date that is being slid asks nothing until it rests.
    const timer = setTimeout(() => void ask(), asked.current ? REST_MS : 0);
    asked.current = true;
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [replies, path, tries]);
  const kept = path === undefined ? undefined : replies.kept<T>(path);
  if (kept !== undefined) return { status: "ready", value: kept };
  if (path === undefined) return { status: "loading" };
  if (got === undefined || got.path !== path || got.reply.ok) {
    const stop = () => setGot({ path, reply: { ok: false, problem: STOPPED } });
    return { status: "loading", stop };
  }
  const retry = () => {
    setGot(undefined);
    setTries(tries + 1);
  };
  return { status: "failed", problem: got.reply.problem, retry };
}
