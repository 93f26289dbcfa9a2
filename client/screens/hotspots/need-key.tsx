/** Uncovered need over the map: asked for by a person, offered where small areas are loaded. */
import { useMemo } from "preact/hooks";
import type { NeedAreasReply } from "../../../server/contract/need.ts";
import type { SettingsReply } from "../../../server/contract/replies.ts";
import type { Question } from "../../../server/core/hotspots/question.ts";
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
  /** Undefined hides the layer. */
  readonly bare: BareNeed | undefined;
}

/** Which of the areas no outline reaches. */
export function bareNeed(
  areas: readonly Pick<NeedAreasReply["areas"][number], "area" | "reach">[],
) {
  const code = { covers: 0, within: WITHIN_ONLY, none: NOTHING_RECORDED };
  return new Map(
    areas.flatMap(({ area, reach }): [number, number][] =>
      reach === "covers" ? [] : [[area, code[reach]]],
    ),
  );
}

export function useNeedOnMap(question: Question, wanted: boolean): NeedOnMap {
  const settings = useReply<SettingsReply>("/api/v1/settings");
  const offered = settings.status === "ready" && settings.value.smallAreas;
  const on = offered && wanted;
  const query = new URLSearchParams(questionPairs(question));
  const loaded = useReply<NeedAreasReply>(on ? `/api/v1/need/areas?${query}` : undefined);
  const areas = on && loaded.status === "ready" ? loaded.value.areas : undefined;
  const bare = useMemo(() => areas && bareNeed(areas), [areas]);
  return { offered, on, loaded, bare };
}

export function NeedKey({ need: { offered, on, loaded, bare } }: { need: NeedOnMap }) {
  const { setParams } = useActions();
  if (!offered) return null;
  const areas = (of: number) => [...(bare?.values() ?? [])].filter((code) => code === of).length;
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
        <ul aria-label={texts.key}>
          <li>
            <i class="need-swatch need-swatch-none" />
            {texts.none} <span>{plural(areas(NOTHING_RECORDED), texts.area)}</span>
          </li>
          <li>
            <i class="need-swatch" />
            {texts.within} <span>{plural(areas(WITHIN_ONLY), texts.area)}</span>
          </li>
        </ul>
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
