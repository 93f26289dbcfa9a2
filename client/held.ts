/** A view held to be compared with: a date and its filters, in the address as `vs`. */
import { CATEGORIES, type Category } from "../server/core/model.ts";
import { isoDate } from "../server/core/units.ts";
import { clampDate, type HeldView, type View } from "./view.ts";

/** What is held of a view when a person presses for it. */
export const heldOf = ({
  at,
  categories,
  programmes,
  departments,
  aims,
  funders,
}: View): HeldView => ({
  at,
  categories,
  programmes,
  departments,
  aims,
  funders,
});

/** The view that is held, in the place and the order of the one that is shown. */
export const viewHeld = (view: View): View | undefined =>
  view.held && { ...view, ...view.held, held: undefined };

const NAMES = [
  ["cat", "categories"],
  ["prog", "programmes"],
  ["dep", "departments"],
  ["aim", "aims"],
  ["fund", "funders"],
] as const;

/** "1998-06-01;cat=holistic,theme": the date, then each filter that is on. */
export function writeHeld(held: HeldView): string {
  const filters = NAMES.flatMap(([name, key]) =>
    held[key].length > 0 ? [`${name}=${held[key].map(encodeURIComponent).join(",")}`] : [],
  );
  return [held.at, ...filters].join(";");
}

/** @returns undefined where the text begins with no date of the years that are looked at */
export function readHeld(text: string): HeldView | undefined {
  const [date = "", ...filters] = text.split(";");
  const at = isoDate(date);
  if (!at || clampDate(at) !== at) return undefined;
  const listOf = (name: string) => {
    const found = filters.find((filter) => filter.startsWith(`${name}=`));
    const parts = (found?.slice(name.length + 1) ?? "").split(",").filter(Boolean);
    return [...new Set(parts.flatMap(decoded))];
  };
  const known = (text: string): text is Category =>
    (CATEGORIES as readonly string[]).includes(text);
  return {
    at,
    categories: listOf("cat").filter(known),
    programmes: listOf("prog"),
    departments: listOf("dep"),
    aims: listOf("aim"),
    funders: listOf("fund"),
  };
}

/** A broken escape is no name. */
function decoded(text: string): string[] {
  try {
    return [decodeURIComponent(text)];
  } catch {
    return [];
  }
}
