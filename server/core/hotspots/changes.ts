/** What differs between two studies, by what people know: programmes, initiatives, outlines, places. */
import type { Initiative, Study } from "../model.ts";

export interface Changes {
  /** Names, in the later study's order, or the earlier one's for what is gone. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Initiatives whose dates, money, name, body or ground are recorded otherwise. */
  readonly altered: readonly string[];
  readonly programmesAdded: readonly string[];
  readonly programmesRemoved: readonly string[];
  /** Outlines drawn, before and now. */
  readonly outlines: readonly [number, number];
  /** Places, before and now, and the titles of their layers where those differ. */
  readonly places: readonly [number, number];
  readonly layers: readonly [string, string] | undefined;
}

export function changesBetween(before: Study, now: Study): Changes {
  const [old, recent] = [byId(before), byId(now)];
  const named = (study: Study, { programme, name }: Initiative) =>
    `${study.programmes[programme]!.name}: ${name}`;
  const missing = (from: Study, there: ReadonlyMap<string, Initiative>) =>
    from.initiatives.flatMap((one) => (there.has(one.id) ? [] : [named(from, one)]));
  const codes = (study: Study) => new Set(study.programmes.map(({ code }) => code));
  const lacking = (from: Study, there: ReadonlySet<string>) =>
    from.programmes.flatMap(({ code, name }) => (there.has(code) ? [] : [name]));
  const title = ({ layer }: Study) => `${layer.title}, ${layer.vintage}`;
  return {
    added: missing(now, old),
    removed: missing(before, recent),
    altered: now.initiatives.flatMap((one, i) => {
      const earlier = old.get(one.id);
      if (!earlier) return [];
      const was = before.initiatives.indexOf(earlier);
      return said(before, was) === said(now, i) ? [] : [named(now, one)];
    }),
    programmesAdded: lacking(now, codes(before)),
    programmesRemoved: lacking(before, codes(now)),
    outlines: [before.outlines.length, now.outlines.length],
    places: [before.places.length, now.places.length],
    layers: title(before) === title(now) ? undefined : [title(before), title(now)],
  };
}

/** Whether nothing that is compared differs: the data then differ in what figures do not show. */
export const isUnchanged = (changes: Changes) =>
  changes.added.length + changes.removed.length + changes.altered.length === 0 &&
  changes.programmesAdded.length + changes.programmesRemoved.length === 0 &&
  changes.outlines[0] === changes.outlines[1] &&
  changes.places[0] === changes.places[1] &&
  changes.layers === undefined;

const byId = ({ initiatives }: Study) => new Map(initiatives.map((one) => [one.id, one]));

/** Everything that a study says of an initiative, with names for numbers that are its own. */
function said(study: Study, at: number): string {
  const { programme, within, ...facts } = study.initiatives[at]!;
  const outlines = study.outlines.flatMap(({ initiative, ...outline }) =>
    initiative === at ? [outline] : [],
  );
  const indications = study.indications.flatMap(({ initiative, reaches, ...indication }) =>
    initiative === at ? [indication] : [],
  );
  const places = within.map((place) => study.places[place]!.code);
  return JSON.stringify([
    study.programmes[programme]!.code,
    facts,
    outlines,
    indications,
    places.sort(),
  ]);
}
