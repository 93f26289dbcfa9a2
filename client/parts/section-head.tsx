/** The head of a section: an ink rule, a heading, and on the right what can be done with it. */
import type { ComponentChildren } from "preact";

interface SectionHeadProps {
  readonly id: string;
  readonly heading: string;
  /** Under the heading: the rule, or what the section says in a sentence. */
  readonly note?: ComponentChildren;
  readonly children?: ComponentChildren;
}

export function SectionHead({ id, heading, note, children }: SectionHeadProps) {
  return (
    <header class="section-head">
      <h2 id={id}>{heading}</h2>
      {children && <div class="section-actions">{children}</div>}
      {note && <p class="note">{note}</p>}
    </header>
  );
}
