/** Puts a table on the clipboard as cells for a spreadsheet and as a table for a document. */
import { useEffect, useState } from "preact/hooks";
import { useActions } from "../shell/context.tsx";
import { shared } from "../texts/shared.ts";
import { asHtml, type ClipTable, tabbed } from "./table-text.ts";

const SAID_MS = 2500;

export function CopyTableButton({ label, table }: { label: string; table: () => ClipTable }) {
  const { say } = useActions();
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = async () => {
    const taken = table();
    try {
      await put(taken);
      setDone(true);
    } catch {
      say(shared.notCopied(tabbed(taken)));
    }
  };
  return (
    <button type="button" class="text-button" onClick={() => void copy()}>
      <span aria-live="polite">{done ? shared.copied : label}</span>
    </button>
  );
}

async function put(table: ClipTable): Promise<void> {
  const blob = (type: string, text: string) => new Blob([text], { type });
  if (typeof ClipboardItem === "undefined") return navigator.clipboard.writeText(tabbed(table));
  const item = new ClipboardItem({
    "text/plain": blob("text/plain", tabbed(table)),
    "text/html": blob("text/html", asHtml(table)),
  });
  return navigator.clipboard.write([item]);
}
