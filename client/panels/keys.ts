/**
 * Keys that work everywhere: [ and ] step the year, / finds a place, Esc closes the stack. On the
 * map (client/map/create-map.ts) arrows move, + and - zoom, Enter or Space opens what lies at its
 * centre. In the ranked list arrows, Home and End move.
 */
import { useEffect } from "preact/hooks";
import type { Opener } from "../state.ts";
import { useActions } from "./context.tsx";

export function useKeys(): void {
  const { stepDate, closeStack } = useActions();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const typing = (event.target as HTMLElement).matches?.("input[type=text], select, textarea");
      if (event.key === "Escape" && !typing) closeCard(closeStack);
      if (typing) return;
      if (event.key === "[") stepDate(-12);
      if (event.key === "]") stepDate(12);
      if (event.key === "/") {
        event.preventDefault();
        document.getElementById("find")?.focus();
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [stepDate, closeStack]);
}

/** Focus goes back to the row that the stack was opened from, or to the map. */
export function closeCard(close: () => Opener): void {
  const row = document.querySelector<HTMLElement>(".row-chosen .row-button");
  const map = document.querySelector<HTMLElement>(".map-canvas canvas");
  const opener = close();
  (opener === "map" ? map : row)?.focus();
}
