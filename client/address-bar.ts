/** The address bar: written after each change of the view, read again on the back button. */
import { writeAddress } from "./address.ts";
import type { View } from "./view.ts";

/** Browsers refuse floods of history entries; a sliding date writes at most this often. */
const WRITE_MS = 250;

/** Writes the view into the address: `push` makes a step for the back button, `replace` does not. */
export function createAddressBar() {
  let pending = 0;
  const put = (view: View, history: "push" | "replace") => {
    const address = `${writeAddress(view)}${location.hash}`;
    if (address === `${location.pathname}${location.search}${location.hash}`) return;
    if (history === "push") window.history.pushState(null, "", address);
    else window.history.replaceState(window.history.state, "", address);
  };
  return {
    write: (view: View, history: "push" | "replace") => {
      clearTimeout(pending);
      if (history === "push") put(view, "push");
      else pending = window.setTimeout(() => put(view, "replace"), WRITE_MS);
    },
    onBack: (follow: (address: string) => void) => {
      addEventListener("popstate", () => {
        clearTimeout(pending);
        follow(location.pathname + location.search);
      });
    },
  };
}
