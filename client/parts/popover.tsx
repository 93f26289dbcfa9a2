/** A button that opens a panel under itself. Esc and a press elsewhere close it; Esc gives focus back. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

interface PopoverProps {
  readonly label: ComponentChildren;
  /** Name of the panel for a screen reader. */
  readonly title: string;
  readonly buttonClass: string;
  readonly align?: "left" | "right";
  readonly pressed?: boolean;
  readonly children: ComponentChildren;
}

export function Popover(props: PopoverProps) {
  const { label, title, buttonClass, align = "left", pressed, children } = props;
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const elsewhere = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", elsewhere);
    document.addEventListener("focusin", elsewhere);
    return () => {
      document.removeEventListener("pointerdown", elsewhere);
      document.removeEventListener("focusin", elsewhere);
    };
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only Esc is caught on its way up
    <div class="popover" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        ref={button}
        class={buttonClass}
        aria-expanded={open}
        aria-controls={id}
        data-on={pressed ? "" : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
        <svg class="chevron" width="10" height="6" viewBox="0 0 10 6" aria-hidden="true">
          <path d="M1 1l4 4 4-4" />
        </svg>
      </button>
      <section id={id} class={`popover-panel align-${align}`} aria-label={title} hidden={!open}>
        {open && children}
      </section>
    </div>
  );
}
