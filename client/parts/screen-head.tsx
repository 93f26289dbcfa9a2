/** The top of a screen: where one is, one sentence, the figures behind it, and what can be done. */
import type { ComponentChildren } from "preact";
import { CopyLink } from "./copy-link.tsx";

interface ScreenHeadProps {
  /** Links to what this is a part of. */
  readonly trail?: ComponentChildren;
  /** The sentence that the screen says; it takes the focus when the screen is come to. */
  readonly heading: string;
  readonly lead?: ComponentChildren;
  /** Buttons and links; the link to keep comes after them. */
  readonly children?: ComponentChildren;
}

export function ScreenHead({ trail, heading, lead, children }: ScreenHeadProps) {
  return (
    <header class="screen-head">
      <div>
        {trail && <p class="trail">{trail}</p>}
        <h1 id="screen-heading" tabIndex={-1}>
          {heading}
        </h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      <div class="screen-actions">
        {children}
        <CopyLink />
      </div>
    </header>
  );
}
