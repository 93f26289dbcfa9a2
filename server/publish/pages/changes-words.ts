/** What changed between two versions of the data, in sentences. */
import { count, listing, plural } from "../../../client/format.ts";
import { type Changes, isUnchanged } from "../../core/hotspots/changes.ts";

/** Names told; the rest are counted. */
const NAMED = 3;

export function changesWords(changes: Changes): string[] {
  if (isUnchanged(changes))
    return [
      "The initiatives, outlines and places are the same; something else in the data differs.",
    ];
  const { added, removed, altered, programmesAdded, programmesRemoved, outlines, places } = changes;
  return [
    tell(added, "initiative was added", "initiatives were added"),
    tell(removed, "initiative was taken out", "initiatives were taken out"),
    tell(altered, "initiative is recorded otherwise", "initiatives are recorded otherwise"),
    tell(programmesAdded, "programme was added", "programmes were added"),
    tell(programmesRemoved, "programme was taken out", "programmes were taken out"),
    outlines[0] === outlines[1]
      ? ""
      : `${plural(outlines[1], "outline is", "outlines are")} drawn, before it was ${count(outlines[0])}.`,
    places[0] === places[1]
      ? ""
      : `There are ${count(places[1])} places, before ${count(places[0])}.`,
    changes.layers
      ? `Places are those of ${changes.layers[1]}; they were those of ${changes.layers[0]}.`
      : "",
  ].filter(Boolean);
}

function tell(names: readonly string[], one: string, many: string): string {
  if (names.length === 0) return "";
  const more = names.length - NAMED;
  const told = more > 0 ? [...names.slice(0, NAMED), `${count(more)} more`] : names;
  return `${plural(names.length, one, many)}: ${listing(told)}.`;
}
