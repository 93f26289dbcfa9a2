/** Closing the open card: Esc, or its button. */
import { useActions } from "../../shell/context.tsx";
import { useKeyDown } from "../../shell/keys.ts";
import type { Opener } from "../../state.ts";

export function useEscape(): void {
  const { closeStack } = useActions();
  useKeyDown((event) => {
    if (event.key === "Escape") closeCard(closeStack);
  });
}

/** Focus goes back to the row that the stack was opened from, or to the map. */
export function closeCard(close: () => Opener): void {
  const row = document.querySelector<HTMLElement>(".row-chosen .row-button");
  const map = document.querySelector<HTMLElement>(".map-canvas canvas");
  const opener = close();
  (opener === "map" ? map : row)?.focus();
}
