/** How panels reach the state, the actions and the replies kept for the visit. */
import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Actions } from "../actions.ts";
import type { Replies } from "../replies.ts";
import type { Screen } from "../screens/screen.ts";
import type { State, Store } from "../state.ts";

interface App {
  readonly store: Store;
  readonly actions: Actions;
  readonly replies: Replies;
  readonly screens: readonly Screen[];
}

const AppContext = createContext<App | undefined>(undefined);
export const AppProvider = AppContext.Provider;

/** What a person can do here. */
export function useActions(): Actions {
  return useApp().actions;
}

/** What the server has said so far. */
export function useReplies(): Replies {
  return useApp().replies;
}

/** The screens there are, in the order of the header. */
export function useScreens(): readonly Screen[] {
  return useApp().screens;
}

/** The state, followed: the panel is drawn again whenever it changes. */
export function useAppState(): State {
  const { store } = useApp();
  const [state, follow] = useState(store.get());
  useEffect(() => {
    follow(store.get());
    return store.subscribe(() => follow(store.get()));
  }, [store]);
  return state;
}

function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("A panel was drawn outside the app.");
  return app;
}
