/** Money and evidence of the chosen place: asked for once the question rests, and once each. */
import { questionOf } from "./answer.ts";
import { fetchStack } from "./api.ts";
import { NO_EVIDENCE, type Store } from "./state.ts";

/** How long the date must have rested. */
const REST_MS = 180;

/** Follows the view: the evidence in the store is of its place and question, or on its way. */
export function createEvidenceReader(store: Store) {
  let asked = "";
  let waiting = 0;
  let running = new AbortController();
  const read = async (place: string, key: string) => {
    running = new AbortController();
    const reply = await fetchStack(place, questionOf(store.get().view), running.signal);
    if (asked !== key) return;
    const { rows } = store.get().evidence;
    store.set({
      evidence: reply.ok
        ? {
            status: "ready",
            problem: undefined,
            rows: new Map(reply.value.entries.map((row) => [row.id, row])),
          }
        : { status: "failed", problem: reply.problem, rows },
    });
  };
  return {
    follow: (again = false) => {
      const { view, study, evidence } = store.get();
      const { place } = view;
      const key = JSON.stringify([place, questionOf(view)]);
      if (study.status !== "ready" || (key === asked && !again)) return;
      const samePlace = asked.startsWith(`[${JSON.stringify(place)},`);
      asked = key;
      running.abort();
      clearTimeout(waiting);
      if (place === undefined) return;
      // The old rows stay while the date moves: what is said of an initiative does not change by it.
      store.set({
        evidence: { ...NO_EVIDENCE, rows: samePlace ? evidence.rows : NO_EVIDENCE.rows },
      });
      waiting = window.setTimeout(() => void read(place, key), samePlace ? REST_MS : 0);
    },
  };
}
