/**
 * Whether the server answers. The browser knows only of its own line: that the server was stopped is
 * found out by a request that fails, or by asking now and then while nothing else is asked.
 */
import { isReachable, LOST } from "./api.ts";

/** Milliseconds between two questions while all is well, and while no answer comes. */
const ASK_MS = { online: 10_000, offline: 3_000 };

/** @param tell is told on each change */
export function followConnection(tell: (online: boolean) => void): void {
  let online = navigator.onLine;
  let next = 0;
  const is = (now: boolean) => {
    if (now !== online) tell(now);
    online = now;
    clearTimeout(next);
    next = window.setTimeout(() => void ask(), ASK_MS[online ? "online" : "offline"]);
  };
  // A page that nobody looks at asks nothing.
  const ask = async () => is(document.hidden ? online : await isReachable());
  addEventListener("online", () => void ask());
  addEventListener("offline", () => is(false));
  addEventListener(LOST, () => is(false));
  document.addEventListener("visibilitychange", () => void ask());
  is(online);
}
