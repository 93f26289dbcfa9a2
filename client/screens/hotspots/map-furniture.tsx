/** What stands on a map beside its ground: which way is north, and a way to fill the screen with it. */
import { useEffect, useState } from "preact/hooks";
import { texts } from "../../texts/hotspots.ts";

/** The map never turns, so the arrow never does. */
export function NorthArrow() {
  return (
    <svg
      class="north"
      width="18"
      height="30"
      viewBox="0 0 18 30"
      role="img"
      aria-label={texts.north}
    >
      <path d="M9 1l5 12-5-3-5 3z" />
      <text x="9" y="28" text-anchor="middle">
        N
      </text>
    </svg>
  );
}

/** Absent where the browser cannot, as on some phones. */
export function FullScreen() {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", follow);
    return () => document.removeEventListener("fullscreenchange", follow);
  }, []);
  if (!document.fullscreenEnabled) return null;
  const toggle = () => {
    if (full) void document.exitFullscreen();
    else void document.querySelector(".map-panel")?.requestFullscreen();
  };
  return (
    <button type="button" class="step step-wide" aria-pressed={full} onClick={toggle}>
      {full ? texts.leaveFullScreen : texts.fullScreen}
    </button>
  );
}
