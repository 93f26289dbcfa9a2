/** The top of every screen. */
import { shortVersion } from "../format.ts";
import { texts } from "../texts.ts";
import { useAppState } from "./context.tsx";
import { FindPlace } from "./find-place.tsx";
import { Logo } from "./marks.tsx";

export function Header() {
  const { study } = useAppState();
  const version = study.status === "ready" ? study.index.study.dataVersion : undefined;
  return (
    <header class="top">
      <a class="brand" href="/">
        <Logo />
        {texts.product}
      </a>
      <nav aria-label={texts.nav}>
        <a href="/" aria-current="page">
          {texts.hotspots}
        </a>
      </nav>
      {version && (
        <span class="version" title={texts.versionTitle(version)}>
          {texts.version(shortVersion(version))}
        </span>
      )}
      <FindPlace />
    </header>
  );
}
