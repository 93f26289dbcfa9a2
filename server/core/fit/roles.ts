import type { Roles } from "./cause/explain.ts";

/** The roles of sources that stand one kind after the other. */
export function rolesOf(
  bodies: number,
  references: number,
  otherVintage: number,
  land: number,
): Roles {
  let from = 0;
  const next = (count: number) => {
    const range = { from, to: from + count };
    from += count;
    return range;
  };
  return {
    bodies: next(bodies),
    references: next(references),
    otherVintage: next(otherVintage),
    land: next(land),
  };
}
