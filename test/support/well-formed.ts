/** Whether HTML that we write closes what it opens, once each, in order, with ids that differ. */
const VOID = new Set(["meta", "link", "input", "img", "br", "hr", "wbr"]);
const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(\/?)>/g;
/** Attributes that name the id of another element. */
const NAMING =
  /\s(?:for|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"|\shref="#([^"]*)"/g;

/** @returns what is wrong, in words; nothing where all is well */
export function faultsOf(page: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  const text = page.replace(/<!doctype html>/i, "").replace(/<\?xml[^>]*\?>/, "");
  for (const [whole, closes, name = "", attributes = "", selfClosed] of text.matchAll(TAG)) {
    const id = /\sid="([^"]*)"/.exec(attributes)?.[1];
    if (id !== undefined && ids.has(id)) faults.push(`id ${id} twice`);
    if (id !== undefined) ids.add(id);
    if (VOID.has(name) || selfClosed) continue;
    if (!closes) open.push(name);
    else if (open.pop() !== name) faults.push(`${whole} closes something else`);
  }
  if (open.length > 0) faults.push(`left open: ${open.join(", ")}`);
  const stray = text.replace(TAG, "").replace(/<style>[\s\S]*?<\/style>/g, "");
  if (/[<>]/.test(stray))
    faults.push(`stray bracket near ${/.{0,20}[<>].{0,20}/.exec(stray)?.[0]}`);
  for (const [, words, anchor] of text.matchAll(NAMING)) {
    for (const id of (words ?? anchor ?? "").split(" "))
      if (!ids.has(id)) faults.push(`nothing has the id ${id}`);
  }
  return faults;
}
