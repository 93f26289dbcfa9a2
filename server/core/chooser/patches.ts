/** How chosen initiatives lie over places. */

import { outlineValidOn } from "../hotspots/question.ts";
import { COVERS_SHARE, type StudyIndex } from "../hotspots/study-index.ts";
import type { PeopledPiece } from "../need/peopled-ground.ts";
import type { IsoDate } from "../units.ts";
import type { PatchOfInitiative } from "./model.ts";

/** Less of an initiative's ground than this in a place is two drawings of one line. */
const LEAST_SHARE = 1 - COVERS_SHARE;

/**
 * An initiative's people by place: on the ground of its outline, or not known where it has none and
 * lies somewhere within.
 */
export function patchOf(
  index: StudyIndex,
  people: readonly PeopledPiece[],
  initiative: number,
  at: IsoDate,
): PatchOfInitiative {
  const { study, outlinesOf } = index;
  const { id } = study.initiatives[initiative]!;
  const outline = outlinesOf[initiative]!.find((own) => outlineValidOn(study, own, at));
  if (outline === undefined) {
    const own = outlinesOf[initiative]!;
    const touched = index.contacts.flatMap((contacts, place) =>
      contacts.some((contact) => own.includes(contact.outline)) ? [place] : [],
    );
    const places = [...new Set([...study.initiatives[initiative]!.within, ...touched])];
    return { id, people: new Map(places.map((place) => [place, undefined])) };
  }
  const parts = new Map<number, { ground: number; people: number | undefined }>();
  let ground = 0;
  for (const { place, coveredBy, area, people: here } of people) {
    if (place < 0 || !coveredBy.includes(outline)) continue;
    const part = parts.get(place) ?? { ground: 0, people: 0 };
    parts.set(place, { ground: part.ground + area, people: sum(part.people, here) });
    ground += area;
  }
  const kept = [...parts]
    .filter(([, part]) => part.ground >= ground * LEAST_SHARE)
    .sort(([a], [b]) => a - b);
  return { id, people: new Map(kept.map(([place, part]) => [place, part.people])) };
}

/** `undefined` where either is not known. */
const sum = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? undefined : a + b;
