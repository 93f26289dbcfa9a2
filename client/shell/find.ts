/** What the search finds: places, initiatives and the bodies that answer for them, each with a place. */
import type { StudyIndex } from "../../server/core/hotspots/study-index.ts";
import { programmeShort } from "../programme-words.ts";

export const FOUND_KINDS = ["place", "initiative", "body"] as const;

export interface Found {
  readonly kind: (typeof FOUND_KINDS)[number];
  readonly name: string;
  /** Index of the place that it opens. */
  readonly place: number;
  /** Of an initiative: what it is one of. */
  readonly programme?: string;
  /** Of a body: how many initiatives it answers for. */
  readonly initiatives?: number;
}

const MOST_FOUND = 8;

/**
 * Everything that can be found by its name. An initiative opens the place that holds the most of its
 * ground, else the first that it lies somewhere within; a body opens the place of most of its
 * initiatives. What lies in no place of the study has nothing to open and is left out.
 */
export function findable(index: StudyIndex): readonly Found[] {
  const { places, initiatives, programmes } = index.study;
  const homes = homesOf(index);
  const bodies = new Map<string, number[]>();
  const found: Found[] = places.map(({ name }, place) => ({ kind: "place", name, place }));
  initiatives.forEach(({ name, programme, accountableBody }, i) => {
    const place = homes.get(i);
    if (place === undefined) return;
    found.push({
      kind: "initiative",
      name,
      place,
      programme: programmeShort(programmes[programme]!),
    });
    const body = accountableBody.trim();
    if (body !== "") bodies.set(body, [...(bodies.get(body) ?? []), place]);
  });
  for (const [name, at] of bodies)
    found.push({ kind: "body", name, place: mostOften(at), initiatives: at.length });
  return found;
}

/** Initiative -> its place. */
function homesOf({ study, contacts, within }: StudyIndex): Map<number, number> {
  const homes = new Map<number, number>();
  const ground = new Map<number, number>();
  contacts.forEach((own, place) => {
    for (const { outline, share } of own) {
      const { initiative } = study.outlines[outline]!;
      const area = share * study.places[place]!.area;
      if (area <= (ground.get(initiative) ?? 0)) continue;
      ground.set(initiative, area);
      homes.set(initiative, place);
    }
  });
  within.forEach((own, place) => {
    for (const initiative of own) if (!homes.has(initiative)) homes.set(initiative, place);
  });
  return homes;
}

function mostOften(places: readonly number[]): number {
  const times = (place: number) => places.filter((other) => other === place).length;
  return [...new Set(places)].sort((a, b) => times(b) - times(a) || a - b)[0]!;
}

/**
 * What holds the text in its name; names that begin with it, or a word of them, come first, and of
 * those places before initiatives and bodies.
 */
export function find(
  all: readonly Found[],
  { study }: Pick<StudyIndex, "study">,
  text: string,
): Found[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  const isCode = (one: Found) =>
    one.kind === "place" && study.places[one.place]!.code.toLowerCase() === wanted;
  const scored = all.flatMap((one) => {
    const name = one.name.toLowerCase();
    const at = name.indexOf(wanted);
    if (at < 0 && !isCode(one)) return [];
    return [{ one, score: at <= 0 ? 0 : name[at - 1] === " " ? 1 : 2 }];
  });
  const order = (one: Found) => FOUND_KINDS.indexOf(one.kind);
  return scored
    .sort(
      (a, b) =>
        a.score - b.score ||
        order(a.one) - order(b.one) ||
        a.one.name.localeCompare(b.one.name, "en-GB"),
    )
    .slice(0, MOST_FOUND)
    .map(({ one }) => one);
}
