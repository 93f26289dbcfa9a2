/** The shape of a section of the place screen. */
import type { ComponentType } from "preact";
import type { PlaceFacts } from "./place-facts.ts";

export interface PlaceSection {
  /** Names its part of the page: `#stack`. */
  readonly id: string;
  /** Which of the two columns it stands in where there is room. */
  readonly column: "main" | "side";
  readonly Section: ComponentType<{ readonly facts: PlaceFacts }>;
}

/** Rows of a table that stand open on the page of a place; the rest is a press away. */
export const FIRST_ROWS = 8;
