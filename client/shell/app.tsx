/** Header, notices, the screen of the address, footer. */
import { useEffect, useRef } from "preact/hooks";
import { Patterns } from "../parts/marks.tsx";
import { Failed, Skeleton } from "../parts/when-loaded.tsx";
import { screenOf } from "../screens/registry.ts";
import { shared } from "../texts/shared.ts";
import { useAppState } from "./context.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { useKeys } from "./keys.ts";
import { Notices } from "./notices.tsx";
import { useScreenView } from "./use-screen-view.ts";

export function App() {
  const state = useAppState();
  const { study, view } = state;
  const loaded = useScreenView(view.screen);
  const skip = screenOf(view.screen)?.skip;
  useKeys();
  useArrival(view.screen, loaded.status === "ready");
  return (
    <>
      {skip && (
        <a class="skip" href={skip.to}>
          {skip.label}
        </a>
      )}
      <Patterns />
      <Header />
      <Notices notices={state.notices} online={state.online} />
      {loaded.status === "ready" && <loaded.value state={state} />}
      {loaded.status === "loading" && (
        <main id="main" class="plain">
          <Skeleton sentence={shared.screenLoading} lines={6} />
        </main>
      )}
      {loaded.status === "failed" && (
        <main id="main" class="plain">
          <Failed heading={shared.screenFailed} problem={loaded.problem} retry={loaded.retry} />
        </main>
      )}
      <Footer study={study.status === "ready" ? study.index.study : undefined} />
    </>
  );
}

/** Another screen begins at its top, with the focus on its heading. Not on arrival by a link. */
function useArrival(screen: string, there: boolean): void {
  const last = useRef(screen);
  useEffect(() => {
    if (!there || last.current === screen) return;
    last.current = screen;
    scrollTo(0, 0);
    document.querySelector<HTMLElement>("#main h1")?.focus({ preventScroll: true });
  }, [screen, there]);
}
