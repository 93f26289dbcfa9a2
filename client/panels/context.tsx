/** How panels reach the state and the actions. */
import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Actions } from "../actions.ts";
import type { State, Store } from "../state.ts";

interface App {
  readonly store: Store;
  readonly actions: Actions;
}

const AppContext = createContext<App | undefined>(undefined);
export const AppProvider = AppContext.Provider;

/** What a person can do here. */
export function useActions(): Actions {
  return useApp().actions;
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
