/** The top of every screen: where one can go, which data it is, and the search. */
import { useEffect, useRef, useState } from "preact/hooks";
import { shortVersion } from "../format.ts";
import { Logo } from "../parts/marks.tsx";
import { ScreenLink } from "../parts/screen-link.tsx";
import { shared } from "../texts/shared.ts";
import { START } from "../view.ts";
import { useAppState, useScreens } from "./context.tsx";
import { FindPlace } from "./find-place.tsx";

const NAV = "main-nav";

export function Header() {
  const { study, view } = useAppState();
  const screens = useScreens();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const version = study.status === "ready" ? study.index.study.dataVersion : undefined;
  useEffect(() => setOpen(false), [view.screen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only Esc is caught on its way up
    <header class="top" data-open={open ? "" : undefined} onKeyDown={onKeyDown}>
      <ScreenLink screen={START} class="brand">
        <Logo />
        {shared.product}
      </ScreenLink>
      <nav id={NAV} aria-label={shared.nav}>
        {screens.map(
          ({ id, label }) =>
            label && (
              <ScreenLink key={id} screen={id} current={id === view.screen}>
                {label}
              </ScreenLink>
            ),
        )}
      </nav>
      {version && (
        <span class="version" title={shared.versionTitle(version)}>
          {shared.version(shortVersion(version))}
        </span>
      )}
      <FindPlace />
      <button
        type="button"
        ref={button}
        class="button menu-button"
        aria-expanded={open}
        aria-controls={NAV}
        onClick={() => setOpen(!open)}
      >
        {shared.menu}
      </button>
    </header>
  );
}
