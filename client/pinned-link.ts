/** A link that says which data its figures are of. */
import { shortVersion } from "./format.ts";

/** The address of this view, with the data it was made of. */
export function pinnedLink(dataVersion: string): string {
  const { origin, pathname, search } = location;
  return `${origin}${pathname}${search ? `${search}&` : "?"}ds=${shortVersion(dataVersion)}`;
}
