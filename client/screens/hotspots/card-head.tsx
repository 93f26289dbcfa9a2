/** The top of an open card: a heading that takes the focus, a link to keep, a way to close. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { CopyButton } from "../../parts/copy-button.tsx";
import { pinnedLink } from "../../pinned-link.ts";
import { useActions, useAppState } from "../../shell/context.tsx";
import { shared } from "../../texts/shared.ts";
import { closeCard } from "./close-card.ts";

interface CardHeadProps {
  /** Another subject brings the card into sight and gives it the focus. */
  readonly subject: string;
  readonly heading: string;
  readonly note: string;
  readonly dataVersion: string;
  /** More that can be done with it, before the link. */
  readonly children?: ComponentChildren;
}

export function CardHead({ subject, heading, note, dataVersion, children }: CardHeadProps) {
  const { closeStack } = useActions();
  const { openings, view } = useAppState();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Not on arrival by a link: nothing has been pressed yet.
    if (openings === 0) return;
    // On a narrow page the card stands below what was pressed: bring it into sight.
    const card = head.current?.closest<HTMLElement>(".card");
    if (card && matchMedia("(max-width: 1279px)").matches) {
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      card.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
    }
    head.current?.focus({ preventScroll: true });
  }, [subject]);
  return (
    <div class="card-head">
      <div>
        <h2 ref={head} tabIndex={-1} id="card-heading">
          {heading}
        </h2>
        <p class="note">{note}</p>
      </div>
      <button
        type="button"
        class="close"
        aria-label={shared.close}
        onClick={() => closeCard(closeStack)}
      >
        <span aria-hidden="true">×</span>
      </button>
      <span class="card-actions">
        {children}
        <CopyButton label={shared.copyLink} text={() => pinnedLink(view, dataVersion)} />
      </span>
    </div>
  );
}
