/** Whether the page is being put on paper: what paper alone needs is made then, and gone after. */
import { options } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/**
 * @param wanted whether to listen at all; false where paper shows what the screen does
 * @returns true from just before the page is laid out for paper until it is back on the screen
 */
export function usePrinting(wanted: boolean): boolean {
  const [printing, setPrinting] = useState(false);
  // With the rows themselves, not after the next frame: who prints at once gets them all too.
  useLayoutEffect(() => {
    if (!wanted) return;
    const paper = matchMedia("print");
    const begin = () => atOnce(() => setPrinting(true));
    const end = () => setPrinting(false);
    const change = () => (paper.matches ? begin() : end());
    // The event comes before the layout; a look at the page as paper, which tools take, has no event.
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    paper.addEventListener("change", change);
    change();
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
      paper.removeEventListener("change", change);
    };
  }, [wanted]);
  return wanted && printing;
}

/** Draws a change before it returns: a page is laid out for paper as soon as all have been told. */
function atOnce(change: () => void): void {
  const usual = options.debounceRendering;
  options.debounceRendering = (draw) => draw();
  try {
    change();
  } finally {
    if (usual) options.debounceRendering = usual;
    else delete options.debounceRendering;
  }
}
