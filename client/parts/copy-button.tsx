/** Puts a text on the clipboard and says so; where the browser refuses, shows the text. */
import { useEffect, useState } from "preact/hooks";
import { useActions } from "../shell/context.tsx";
import { shared } from "../texts/shared.ts";

const SAID_MS = 2500;

interface CopyButtonProps {
  readonly label: string;
  /** What is copied, for those who do not see where the button stands. */
  readonly of?: string;
  readonly text: () => string;
  readonly look?: "text-button" | "button";
}

export function CopyButton({ label, of, text, look = "text-button" }: CopyButtonProps) {
  const { say } = useActions();
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setDone(true);
    } catch {
      say(shared.notCopied(text()));
    }
  };
  return (
    <button type="button" class={look} onClick={() => void copy()}>
      <span aria-live="polite">{done ? shared.copied : label}</span>
      {of && <span class="unseen"> {of}</span>}
    </button>
  );
}
