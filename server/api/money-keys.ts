/** What totals of money are taken by: the key of each part, and of money that is not known. */
import { regionName } from "../analysis/districts.ts";
import type { Dimension } from "../contract/money.ts";
import { yearLabelOf } from "../core/funding/financial-year.ts";
import type { Stream } from "../core/funding/model.ts";
import type { MoneyPart } from "../core/funding/totals.ts";
import { streamNames } from "./money-entries.ts";
import type { Held } from "./study-source.ts";

export interface Keys {
  readonly part: (part: MoneyPart) => string;
  /** Keys of a stream whose money is not known; undefined where it cannot be told. */
  readonly stream: (stream: Stream) => string | undefined;
  readonly name: (key: string) => string;
}

const NOWHERE = "not in a place";

export function keysOf(held: Held, by: Dimension): Keys {
  const { study } = held.loaded;
  const names = streamNames(held);
  const initiatives = new Map(study.initiatives.map((row) => [row.id, row]));
  const placeOf = (stream: Stream) => {
    const within = initiatives.get(stream.initiative ?? "")?.within ?? [];
    return within.length === 1 ? within[0] : undefined;
  };
  const same = (of: (stream: Stream) => string): Keys => ({
    part: ({ entry }) => of(entry.stream),
    stream: of,
    name: (key) => key,
  });
  switch (by) {
    case "funder":
      return same(({ funder }) => funder);
    case "department":
      return same(({ department }) => department || "not recorded");
    case "category":
      return same(({ programme }) => names.programme(programme)?.category ?? "not recorded");
    case "programme":
      return {
        ...same(({ programme }) => programme ?? "not recorded"),
        name: (key) => names.programme(key)?.name ?? key,
      };
    case "initiative":
      return {
        ...same(({ initiative, id }) => initiative ?? id),
        name: (key) => initiatives.get(key)?.name ?? key,
      };
    case "year":
      return {
        part: ({ entry }) => yearLabelOf(entry.year),
        stream: () => undefined,
        name: (key) => key,
      };
    case "region":
      return {
        part: ({ place, entry }) =>
          place === undefined
            ? entry.stream.scope === "region"
              ? regionName(entry.stream.line)
              : NOWHERE
            : regionName(study.places[place]!.region) || "not recorded",
        stream(stream) {
          const place = placeOf(stream);
          return place === undefined
            ? undefined
            : regionName(study.places[place]!.region) || "not recorded";
        },
        name: (key) => key,
      };
    case "place":
      return {
        part: ({ place }) => (place === undefined ? NOWHERE : study.places[place]!.code),
        stream(stream) {
          const place = placeOf(stream);
          return place === undefined ? undefined : study.places[place]!.code;
        },
        name: (key) => study.places.find(({ code }) => code === key)?.name ?? key,
      };
  }
}
