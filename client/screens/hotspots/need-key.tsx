/** Uncovered need over the map: asked for by a person, offered where small areas are loaded. */
import { useMemo } from "preact/hooks";
import type { NeedAreasReply } from "../../../server/contract/need.ts";
import type { SettingsReply } from "../../../server/contract/replies.ts";
import type { Question } from "../../../server/core/hotspots/question.ts";
import type { Study } from "../../../server/core/model.ts";
import { questionPairs } from "../../api.ts";
import { plural } from "../../format.ts";
import { NOTHING_RECORDED, WITHIN_ONLY } from "../../map/layers/need.ts";
import type { BareNeed } from "../../map/need-overlay.ts";
import { useReply } from "../../parts/use-reply.ts";
import type { Loaded } from "../../parts/when-loaded.tsx";
import { useActions } from "../../shell/context.tsx";
import { texts } from "../../texts/need-map.ts";

export interface NeedOnMap {
  /** Whether small areas are loaded, so that it can be asked for. */
  readonly offered: boolean;
  readonly on: boolean;
  readonly loaded: Loaded<NeedAreasReply>;
  /** Those of the region, whichever the key leaves in. */
  readonly all: readonly Bare[];
  /** What the map shows; undefined hides the layer. */
  readonly bare: BareNeed | undefined;
}

type Area = NeedAreasReply["areas"][number];

/** A small area in need that no outline reaches. */
interface Bare {
  readonly area: number;
  readonly place: string | null;
  readonly code: number;
}

const CODES = { within: WITHIN_ONLY, none: NOTHING_RECORDED } as const;

/**
 * Which of the areas no outline reaches.
 *
 * @param places codes of the places that are looked at; undefined looks at all
 */
export function bareNeed(
  areas: readonly Pick<Area, "area" | "reach" | "place">[],
  places?: ReadonlySet<string>,
): Bare[] {
  return areas.flatMap(({ area, reach, place }): Bare[] => {
    if (reach === "covers" || (places && !(place !== null && places.has(place)))) return [];
    return [{ area, place, code: CODES[reach] }];
  });
}

/** @param wanted as the address has it: 1 for all, else the one kind that is left in */
export function useNeedOnMap(
  study: Study,
  question: Question,
  region: string | undefined,
  wanted: string | undefined,
): NeedOnMap {
  const settings = useReply<SettingsReply>("/api/v1/settings");
  const offered = settings.status === "ready" && settings.value.smallAreas;
  const on = offered && wanted !== undefined;
  const query = new URLSearchParams(questionPairs(question));
  const loaded = useReply<NeedAreasReply>(on ? `/api/v1/need/areas?${query}` : undefined);
  const areas = on && loaded.status === "ready" ? loaded.value.areas : undefined;
  const all = useMemo(() => {
    const inRegion = study.places.filter((place) => place.region === region);
    const places = region === undefined ? undefined : new Set(inRegion.map(({ code }) => code));
    return areas ? bareNeed(areas, places) : [];
  }, [areas, study, region]);
  const bare = useMemo(() => {
    if (!areas) return undefined;
    const only = CODES[wanted as keyof typeof CODES];
    const shown = all.filter(({ code }) => only === undefined || code === only);
    return new Map(shown.map(({ area, code }) => [area, code]));
  }, [areas, all, wanted]);
  return { offered, on, loaded, all, bare };
}

/** What is said of need at one place, on its card; "" where the layer is off. */
export function needWords({ on, bare, all }: NeedOnMap, place: string): string {
  if (!on || !bare) return "";
  const here = all.filter((one) => one.place === place);
  const count = (of: number) => here.filter(({ code }) => code === of).length;
  return texts.here(count(NOTHING_RECORDED), count(WITHIN_ONLY));
}

export function NeedKey({ need, wanted }: { need: NeedOnMap; wanted: string | undefined }) {
  const { setParams } = useActions();
  const { offered, on, loaded, all, bare } = need;
  if (!offered) return null;
  const areas = (of: number) => all.filter(({ code }) => code === of).length;
  const kinds = ["none", "within"] as const;
  return (
    <div class="need-key">
      <label title={texts.rule}>
        <input
          type="checkbox"
          checked={on}
          onChange={() => setParams({ need: on ? undefined : "1" }, "replace")}
        />
        {texts.show}
      </label>
      {on && bare && (
        <fieldset class="overlay-key" aria-label={texts.key}>
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              class={
                wanted === "1" || wanted === kind ? "overlay-class" : "overlay-class legend-off"
              }
              aria-pressed={wanted === kind}
              title={texts.filter}
              onClick={() => setParams({ need: wanted === kind ? "1" : kind }, "replace")}
            >
              <i class={kind === "none" ? "need-swatch need-swatch-none" : "need-swatch"} />
              {texts.kinds[kind]} <span>{plural(areas(CODES[kind]), texts.area)}</span>
            </button>
          ))}
        </fieldset>
      )}
      {on && (
        <p class="note" aria-live="polite">
          {loaded.status === "ready"
            ? texts.rule
            : loaded.status === "failed"
              ? texts.failed(loaded.problem.message)
              : texts.loading}
        </p>
      )}
    </div>
  );
}
