/** A link to another screen, or to another view of this one: a real address, followed without loading. */
import type { ComponentChildren } from "preact";
import { useActions } from "../shell/context.tsx";
import type { View } from "../view.ts";

interface ScreenLinkProps {
  readonly screen: string;
  /** What changes beside the screen; dates and filters stay unless they are named here. */
  readonly change?: Partial<Omit<View, "screen">>;
  readonly class?: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

export function ScreenLink({ screen, change, current, children, ...rest }: ScreenLinkProps) {
  const { addressOf, goTo } = useActions();
  const follow = (event: MouseEvent) => {
    // Another tab, a download: the browser's own business.
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    goTo(screen, change);
  };
  return (
    <a
      href={addressOf(screen, change)}
      {...(rest.class === undefined ? {} : { class: rest.class })}
      {...(current ? { "aria-current": "page" as const } : {})}
      onClick={follow}
    >
      {children}
    </a>
  );
}
