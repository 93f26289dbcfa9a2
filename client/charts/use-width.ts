/** How wide an element is: charts are drawn to it, so that their words are never scaled. */
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** @param first what to draw at before the element is measured, and where nothing can measure it */
export function useWidth<T extends HTMLElement>(first: number): [RefObject<T | null>, number] {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setWidth(Math.max(1, Math.floor(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
