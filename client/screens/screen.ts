/** The shape of a screen: what the shell must know of it before its code is there. */
import type { ComponentType } from "preact";
import type { State } from "../state.ts";

/** A screen draws its own `<main id="main">` and sets the title by client/parts/use-title.ts. */
export type ScreenView = ComponentType<{ readonly state: State }>;

export interface Screen {
  /** First part of its path; in people's links, so never renamed. */
  readonly id: string;
  /** Its word in the header; absent where it is reached from other screens only. */
  readonly label?: string;
  /** Where the skip link leads, past what comes first on the page. */
  readonly skip: { readonly to: string; readonly label: string };
  readonly load: () => Promise<ScreenView>;
}
