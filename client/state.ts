/**
 * All that changes. An event makes a new state; what is on the screen follows from it; nothing is
 * read back from the screen. The view part is mirrored in the address.
 */
import type { StackReply } from "../server/contract/replies.ts";
import type { StudyIndex } from "../server/core/hotspots/study-index.ts";
import type { Answerer } from "./answer.ts";
import type { Problem } from "./api.ts";
import { DEFAULT_VIEW, type Params, type View } from "./view.ts";

/** The study, on its way, here, or not to be had. */
export type StudyState =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly problem: Problem }
  | ReadyStudy;

export interface ReadyStudy {
  readonly status: "ready";
  readonly index: StudyIndex;
  readonly answer: Answerer;
  /** The same of a view that is held, so that the two do not forget one another. */
  readonly answerHeld: Answerer;
}

type StackRow = StackReply["entries"][number];

/** What the server adds to an initiative at a spot; a place's reply says more than an initiative's. */
export type Evidence = Pick<StackRow, "evidence" | "department" | "endConfidence"> &
  Partial<Pick<StackRow, "grade" | "yearMoney" | "yearMoneyLabel">>;

/** Money and evidence of the chosen place: what the study does not carry. */
export interface EvidenceState {
  readonly status: "loading" | "ready" | "failed";
  readonly problem: Problem | undefined;
  /** Initiative id -> what the server says of it. */
  readonly rows: ReadonlyMap<string, Evidence>;
}

/** The place under the pointer or the focus, and which of the two views it came from. */
export interface Hover {
  readonly place: number;
  readonly from: "map" | "list";
  /** The initiative whose approximate point is under the pointer. */
  readonly point?: number | undefined;
}

/** What an open card gives the focus back to. */
export type Opener = "map" | "list";

export interface State {
  readonly view: View;
  /** Screen -> the params it was left with, so that it is found again as it was. */
  readonly left: Readonly<Record<string, Params>>;
  readonly study: StudyState;
  readonly evidence: EvidenceState;
  readonly hover: Hover | undefined;
  /** Sentences for the person, newest last, each until it is put away. */
  readonly notices: readonly string[];
  readonly online: boolean;
  readonly map: "loading" | "ready" | "failed";
  /** Whether the ranked list goes past its first fifty. */
  readonly wholeList: boolean;
  /** How often a person has opened a stack here: 0 on arrival by a link. */
  readonly openings: number;
  readonly opener: Opener;
  /** How often the back button has brought another view: the map then follows the address. */
  readonly jumps: number;
}

export const NO_EVIDENCE: EvidenceState = {
  status: "loading",
  problem: undefined,
  rows: new Map(),
};

export const FIRST_STATE: State = {
  view: DEFAULT_VIEW,
  left: {},
  study: { status: "loading" },
  evidence: NO_EVIDENCE,
  hover: undefined,
  notices: [],
  online: true,
  map: "loading",
  wholeList: false,
  openings: 0,
  opener: "list",
  jumps: 0,
};

export interface Store {
  readonly get: () => State;
  readonly set: (change: Partial<State>) => void;
  /** @returns what ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
}

/** One state and those who follow it. */
export function createStore(first: State = FIRST_STATE): Store {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
