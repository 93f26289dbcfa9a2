/** The code of a screen, fetched when it is first gone to and kept. */
import { useEffect, useState } from "preact/hooks";
import type { Loaded } from "../parts/when-loaded.tsx";
import { SCREENS, screenOf } from "../screens/registry.ts";
import type { ScreenView } from "../screens/screen.ts";

type Fetched = { readonly view: ScreenView } | { readonly failed: true };

export function useScreenView(id: string): Loaded<ScreenView> {
  const [fetched, setFetched] = useState<Readonly<Record<string, Fetched>>>({});
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    const keep = (got: Fetched) => {
      if (wanted) setFetched((before) => ({ ...before, [id]: got }));
    };
    screenOf(id)
      ?.load()
      .then(
        (view) => keep({ view }),
        () => keep({ failed: true }),
      );
    return () => {
      wanted = false;
    };
  }, [id, tries]);
  const got = fetched[id];
  useAllScreens(got !== undefined);
  if (got === undefined) return { status: "loading" };
  if ("view" in got) return { status: "ready", value: got.view };
  return {
    status: "failed",
    problem: { code: "client/offline", message: "" },
    retry: () => setTries(tries + 1),
  };
}

/** How long the first screen has the connection to itself. */
const REST_MS = 3000;

/** Once the first screen stands, the others are fetched, so that they open without a connection. */
function useAllScreens(begun: boolean): void {
  useEffect(() => {
    if (!begun) return;
    const timer = setTimeout(() => {
      for (const { load } of SCREENS) load().catch(() => undefined);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [begun]);
}
