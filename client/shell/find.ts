/** What the search finds: places, initiatives, the bodies that answer for them and who takes part. */

import type { OrganisationsReply } from "../../server/contract/organisations.ts";
import type { StudyIndex } from "../../server/core/hotspots/study-index.ts";
import { programmeShort } from "../programme-words.ts";

export const FOUND_KINDS = ["place", "initiative", "body", "organisation"] as const;

export interface Found {
  readonly kind: (typeof FOUND_KINDS)[number];
  readonly name: string;
  /** Index of the place that it opens. */
  readonly place: number;
  /** Of an initiative: what it is one of. */
  readonly programme?: string;
  /** Of a body its initiatives, of an organisation those it takes part in: what choosing it shows. */
  readonly members?: readonly Found[];
}

const MOST_FOUND = 8;

/**
 * Everything that can be found by its name. An initiative opens the place that holds the most of its
 * ground, else the first that it lies somewhere within; a body or an organisation shows its
 * initiatives. What lies in no place of the study has nothing to open and is left out.
 *
 * @param organisations with ids of initiatives; none before the server has told them
 */
export function findable(
  index: StudyIndex,
  organisations: OrganisationsReply["organisations"] = [],
): readonly Found[] {
  const { places, initiatives, programmes } = index.study;
  const homes = homesOf(index);
  const found: Found[] = places.map(({ name }, place) => ({ kind: "place", name, place }));
  const known = new Map<string, Found>();
  const bodies = new Map<string, Found[]>();
  initiatives.forEach(({ id, name, programme, accountableBody }, i) => {
    const place = homes.get(i);
    if (place === undefined) return;
    const short = programmeShort(programmes[programme]!);
    const one: Found = { kind: "initiative", name, place, programme: short };
    known.set(id, one);
    found.push(one);
    const body = accountableBody.trim();
    if (body !== "") bodies.set(body, [...(bodies.get(body) ?? []), one]);
  });
  const withMembers = (kind: Found["kind"], name: string, members: readonly Found[]) => {
    if (members.length === 0) return;
    found.push({ kind, name, place: mostOften(members.map(({ place }) => place)), members });
  };
  for (const [name, members] of bodies) withMembers("body", name, members);
  for (const { name, initiatives: ids } of organisations)
    withMembers(
      "organisation",
      name,
      ids.flatMap((id) => known.get(id) ?? []),
    );
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
 * those places before initiatives, bodies and organisations.
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
