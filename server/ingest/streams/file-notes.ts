/** What a person may want to look at in a file: nothing is changed for it. */
import { likeNames } from "../../core/partnership/like-names.ts";

export interface FileNote {
  readonly code: "funding/unread" | "funding/spelling";
  readonly message: string;
}

export const unreadNote = (file: string, heading: string): FileNote => ({
  code: "funding/unread",
  message: `${file}: the column "${heading}" is none that is known, so it was not read.`,
});

/** Names of the file that may be one organisation with others of it, or with one that is stored. */
export function spellingNotes(names: readonly string[], stored: readonly string[]): FileNote[] {
  const ours = new Set(names);
  return likeNames([...stored, ...names]).flatMap((group) => {
    const added = group.names.filter((name) => ours.has(name));
    if (added.length === 0 || group.names.every((name) => stored.includes(name))) return [];
    const list = group.names.map((name) => `"${name}"`).join(", ");
    return {
      code: "funding/spelling",
      message: `${list} may be one organisation. They are kept apart; write one name for all to make them one.`,
    };
  });
}
