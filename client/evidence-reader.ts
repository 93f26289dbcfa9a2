/** Money and evidence of what was chosen: asked for once the question rests, and once each. */
import { questionOf } from "./answer.ts";
import { fetchInitiative, fetchStack, type Reply } from "./api.ts";
import { type Evidence, NO_EVIDENCE, type Store } from "./state.ts";
import { HOTSPOTS, PLACE } from "./view.ts";

/** How long the date must have rested. */
const REST_MS = 180;

/** Screens that show the stack of what was chosen. */
const SHOWN_ON = [HOTSPOTS, PLACE];

/** Follows the view: the evidence in the store is of its ground and question, or on its way. */
export function createEvidenceReader(store: Store) {
  let asked = "";
  let waiting = 0;
  let running = new AbortController();
  const read = async (key: string) => {
    running = new AbortController();
    const reply = await readEvidence(store, running.signal);
    if (asked !== key) return;
    const { rows } = store.get().evidence;
    store.set({
      evidence: reply.ok
        ? { status: "ready", problem: undefined, rows: new Map(reply.value) }
        : { status: "failed", problem: reply.problem, rows },
    });
  };
  return {
    follow: (again = false) => {
      const { view, study, evidence } = store.get();
      if (!SHOWN_ON.includes(view.screen)) return;
      const subject = JSON.stringify([view.place, view.cell]);
      const key = `${subject} ${JSON.stringify(questionOf(view))}`;
      if (study.status !== "ready" || (key === asked && !again)) return;
      const same = asked.startsWith(`${subject} `);
      asked = key;
      running.abort();
      clearTimeout(waiting);
      if (view.place === undefined && view.cell === undefined) return;
      // The old rows stay while the date moves: what is said of an initiative does not change by it.
      store.set({ evidence: { ...NO_EVIDENCE, rows: same ? evidence.rows : NO_EVIDENCE.rows } });
      waiting = window.setTimeout(() => void read(key), same ? REST_MS : 0);
    },
  };
}

/** Of a place in one reply; of ground outside every place, an initiative at a time. */
async function readEvidence(
  store: Store,
  signal: AbortSignal,
): Promise<Reply<readonly (readonly [string, Evidence])[]>> {
  const { view, study } = store.get();
  if (view.place !== undefined) {
    const reply = await fetchStack(view.place, questionOf(view), signal);
    if (!reply.ok) return reply;
    return { ok: true, value: reply.value.entries.map((row) => [row.id, row]) };
  }
  if (study.status !== "ready" || view.cell === undefined) return { ok: true, value: [] };
  const { cells, outlines, initiatives, programmes } = study.index.study;
  const covering = new Set(cells[view.cell]!.coveredBy.map((o) => outlines[o]!.initiative));
  const found: [string, Evidence][] = [];
  for (const i of covering) {
    const { id, programme } = initiatives[i]!;
    const reply = await fetchInitiative(id, signal);
    if (!reply.ok) return reply;
    const { department } = programmes[programme]!;
    const { evidence, endConfidence } = reply.value;
    found.push([id, { evidence, endConfidence, department }]);
  }
  return { ok: true, value: found };
}
