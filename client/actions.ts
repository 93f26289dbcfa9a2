/** What a person can do: each is an event that makes a new state. */
import { regionsOf } from "../server/core/hotspots/ranking.ts";
import { indexStudy } from "../server/core/hotspots/study-index.ts";
import type { Category, Study } from "../server/core/model.ts";
import { addMonths, type IsoDate } from "../server/core/units.ts";
import { readAddress, writeAddress } from "./address.ts";
import { createAddressBar } from "./address-bar.ts";
import { createAnswerer } from "./answer.ts";
import { fetchChanges, fetchStudy } from "./api.ts";
import { followConnection } from "./connection.ts";
import { createEvidenceReader } from "./evidence-reader.ts";
import { shortVersion } from "./format.ts";
import { heldOf } from "./held.ts";
import { metricOf } from "./metrics.ts";
import type { Hover, Opener, State, Store } from "./state.ts";
import { shared } from "./texts/shared.ts";
import { type Camera, clampDate, type Doubt, NO_FILTERS, PLACE, START, type View } from "./view.ts";

/** The filters that are lists of names, each behind its own button. */
export type ListFilter = "programmes" | "departments" | "aims" | "funders";

export type Actions = ReturnType<typeof createActions>;

/**
 * The actions on one store; `start` reads the address and asks for the study.
 *
 * @param screens ids of the screens that an address can lead to
 */
export function createActions(store: Store, screens: readonly string[]) {
  const bar = createAddressBar();
  const evidence = createEvidenceReader(store);

  const look = (change: Partial<View>, history: "push" | "replace" = "push") => {
    const view = { ...store.get().view, ...change };
    store.set({ view });
    bar.write(view, history);
    evidence.follow();
  };
  /** The view on another screen: it is found as it was left, unless the change says how. */
  const viewOn = (screen: string, change: Partial<Omit<View, "screen">> = {}): View => {
    const { view, left } = store.get();
    const params = screen === view.screen ? view.params : (left[screen] ?? {});
    return { ...view, params, ...change, screen };
  };
  const opened = (opener: Opener) => store.set({ openings: store.get().openings + 1, opener });
  const say = (sentences: readonly string[]) => {
    const { notices } = store.get();
    const fresh = sentences.filter((sentence) => !notices.includes(sentence));
    if (fresh.length > 0) store.set({ notices: [...notices, ...fresh] });
  };
  const settle = (study: Study) => {
    const { view, doubts } = settleView(store.get().view, study);
    store.set({ view });
    bar.write(view, "replace");
    // The page of a place says itself that there is none.
    const told = doubts.filter(({ part }) => part !== "place" || view.screen !== PLACE);
    say(told.map(shared.doubt));
  };
  /** What an address asks for, of the screens there are. */
  const follow = (address: string) => {
    const { view, doubts, pinned } = readAddress(address);
    const known = screens.includes(view.screen);
    const lost: Doubt[] = known ? [] : [{ part: "screen", value: view.screen }];
    store.set({ view: known ? view : { ...view, screen: START } });
    return { doubts: [...lost, ...doubts], pinned };
  };

  const load = async () => {
    store.set({ study: { status: "loading" } });
    const reply = await fetchStudy();
    if (!reply.ok) {
      store.set({ study: { status: "failed", problem: reply.problem } });
      return;
    }
    const index = indexStudy(reply.value);
    store.set({
      study: {
        status: "ready",
        index,
        answer: createAnswerer(index),
        answerHeld: createAnswerer(index),
      },
    });
    settle(reply.value);
    evidence.follow();
  };

  /** What changed since the data that a link was made with, where they are not those held. */
  const tellPinned = async (pinned: string, held: string) => {
    if (pinned === held) return;
    const reply = await fetchChanges(pinned);
    const found = reply.ok ? reply.value.found : "lost";
    if (found === "same") return;
    const told =
      reply.ok && found === "kept"
        ? shared.changedSince(pinned, held, reply.value.sentences)
        : shared.otherVersion(pinned, held);
    say([told]);
  };

  return {
    start: () => {
      const { doubts, pinned } = follow(location.pathname + location.search);
      store.set({ notices: doubts.map(shared.doubt), online: navigator.onLine });
      bar.onBack((address) => {
        follow(address);
        store.set({ jumps: store.get().jumps + 1 });
        const { study } = store.get();
        if (study.status === "ready") settle(study.index.study);
        evidence.follow();
      });
      followConnection((online) => store.set({ online }));
      return load().then(() => {
        const { study } = store.get();
        if (pinned && study.status === "ready")
          return tellPinned(pinned, shortVersion(study.index.study.dataVersion));
      });
    },
    retry: load,
    /** The address of a screen under the present question. */
    addressOf: (screen: string, change?: Partial<Omit<View, "screen">>) =>
      writeAddress(viewOn(screen, change)),
    goTo: (screen: string, change?: Partial<Omit<View, "screen">>) => {
      const { view, left } = store.get();
      const next = viewOn(screen, change);
      store.set({ left: { ...left, [view.screen]: view.params } });
      look(next);
    },
    /** Changes what only this screen keeps; undefined takes a name out. */
    setParams: (
      change: Readonly<Record<string, string | undefined>>,
      history: "push" | "replace" = "push",
    ) => {
      const all = Object.entries({ ...store.get().view.params, ...change });
      const kept = all.filter((entry): entry is [string, string] => entry[1] !== undefined);
      look({ params: Object.fromEntries(kept) }, history);
    },
    retryEvidence: () => evidence.follow(true),
    setDate: (at: IsoDate, history: "push" | "replace" = "push") =>
      look({ at: clampDate(at) }, history),
    stepDate: (months: number) =>
      look({ at: clampDate(addMonths(store.get().view.at, months)) }, "replace"),
    toggleCategory: (category: Category) =>
      look({ categories: toggled(store.get().view.categories, category) }),
    /** Adds a value to a filter, or takes it out. */
    toggleFilter: (filter: ListFilter, value: string) =>
      look({ [filter]: toggled(store.get().view[filter], value) }),
    clearFilter: (filter: ListFilter) => look({ [filter]: [] }),
    chooseRegion: (region: string | undefined) => look({ region, camera: undefined }),
    clearFilters: () => look({ ...NO_FILTERS, depths: [] }),
    toggleDepth: (depth: number) =>
      look({ depths: toggled(store.get().view.depths, depth).sort((a, b) => a - b) }),
    clearDepths: () => look({ depths: [] }),
    /** Classes of one figure mean nothing under another, so that the legend's filter goes with it. */
    rankBy: (by: View["by"]) => {
      const { view } = store.get();
      const kept = metricOf(by) === metricOf(view.by) ? view.depths : [];
      look({ by, depths: kept });
    },
    lookAhead: (months: number) => look({ months }),
    choosePlace: (code: string, opener: Opener = "list") => {
      if (store.get().view.place === code) return;
      opened(opener);
      look({ place: code, cell: undefined, camera: undefined });
    },
    chooseCell: (cell: number, opener: Opener = "list") => {
      opened(opener);
      look({ place: undefined, cell });
    },
    /** @returns what the focus goes back to */
    closeStack: (): Opener => {
      look({ place: undefined, cell: undefined });
      return store.get().opener;
    },
    /** Keeps the date and filters of now to compare with what is looked at next. */
    holdView: () => look({ held: heldOf(store.get().view) }),
    letGo: () => look({ held: undefined }),
    moveCamera: (camera: Camera | undefined) => look({ camera }, "replace"),
    hover: (hover: Hover | undefined) => {
      const now = store.get().hover;
      const same =
        now?.place === hover?.place && now?.from === hover?.from && now?.point === hover?.point;
      if (!same) store.set({ hover });
    },
    dismissNotice: (sentence: string) =>
      store.set({ notices: store.get().notices.filter((other) => other !== sentence) }),
    say: (sentence: string) => say([sentence]),
    mapIs: (map: State["map"]) => store.set({ map }),
    showWholeList: (wholeList: boolean) => store.set({ wholeList }),
  };
}

/** In when it was out, out when it was in. */
const toggled = <T>(values: readonly T[], value: T): T[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value];

/** The view without what this study does not hold, each such part named. */
export function settleView(view: View, study: Study): { view: View; doubts: Doubt[] } {
  const doubts: Doubt[] = [];
  const keep = (part: Doubt["part"], values: readonly string[], known: readonly string[]) =>
    values.filter((value) => {
      if (!known.includes(value)) doubts.push({ part, value });
      return known.includes(value);
    });
  const codes = study.programmes.map(({ code }) => code);
  const departments = study.programmes.map(({ department }) => department);
  const places = study.places.map(({ code }) => code);
  const programmes = keep("prog", view.programmes, codes);
  const inDepartments = keep("dep", view.departments, departments);
  const aims = keep(
    "aim",
    view.aims,
    study.programmes.flatMap((programme) => programme.aims),
  );
  const funders = keep("fund", view.funders, study.funders);
  const [region] = keep("region", view.region === undefined ? [] : [view.region], regionsOf(study));
  const [place] = keep("place", view.place === undefined ? [] : [view.place], places);
  const outside = (cell: number) => study.cells[cell]?.place === -1;
  const cell = view.cell !== undefined && outside(view.cell) ? view.cell : undefined;
  if (cell !== view.cell) doubts.push({ part: "cell", value: String(view.cell) });
  return {
    view: { ...view, programmes, departments: inDepartments, aims, funders, region, place, cell },
    doubts,
  };
}
