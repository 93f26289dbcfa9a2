/** The title of the page: what the screen says, then the product. */
import { useEffect } from "preact/hooks";
import { shared } from "../texts/shared.ts";

export function useTitle(sentence: string): void {
  useEffect(() => {
    document.title = shared.title(sentence);
  }, [sentence]);
}
