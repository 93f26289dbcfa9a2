/**
 * Keys that work on every screen: [ and ] step the year, / finds a place. A screen adds its own: on
 * the hotspots Esc closes the stack, on the map (client/map/create-map.ts) arrows move, + and - zoom,
 * Enter or Space opens what lies at its centre; in the ranked list arrows, Home and End move.
 */
import { useEffect } from "preact/hooks";
import { useActions } from "./context.tsx";

/** Follows keys that are pressed alone and are not being typed. */
export function useKeyDown(onKey: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      if (!target.matches?.("input[type=text], input[type=search], select, textarea")) onKey(event);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [onKey]);
}

export function useKeys(): void {
  const { stepDate } = useActions();
  useKeyDown((event) => {
    if (event.key === "[") stepDate(-12);
    if (event.key === "]") stepDate(12);
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("find")?.focus();
    }
  });
}
