/** Gap and overspill over the map: a tier to set the bodies of the question against, key and table. */
import { useMemo } from "preact/hooks";
import type { FitGroundReply } from "../../../server/contract/fit-ground.ts";
import type { SettingsReply } from "../../../server/contract/replies.ts";
import type { Question } from "../../../server/core/hotspots/question.ts";
import type { StudyIndex } from "../../../server/core/hotspots/study-index.ts";
import { questionPairs } from "../../api.ts";
import { area } from "../../format.ts";
import type { DrawnFit } from "../../map/ground.ts";
import { useReply } from "../../parts/use-reply.ts";
import type { Loaded } from "../../parts/when-loaded.tsx";
import { useActions } from "../../shell/context.tsx";
import { texts } from "../../texts/fit-map.ts";
import type { Params } from "../../view.ts";
import { FitTable } from "./fit-table.tsx";

const KINDS = ["gap", "overspill"] as const;

export interface FitOnMap {
  /** Tiers that are loaded; none while nobody wants the layer. */
  readonly loaded: Loaded<FitGroundReply> | undefined;
  readonly reply: FitGroundReply | undefined;
  /** What the map draws; undefined hides the layer. */
  readonly drawn: DrawnFit | undefined;
}

/** @param params `fit` is the tier, `fits` the one kind that the key leaves in */
export function useFitOnMap(question: Question, { fit, fits }: Params): FitOnMap {
  const query = new URLSearchParams([...questionPairs(question), ["layer", fit ?? ""]]);
  const loaded = useReply<FitGroundReply>(fit ? `/api/v1/fit/ground?${query}` : undefined);
  const reply = fit && loaded.status === "ready" ? loaded.value : undefined;
  const drawn = useMemo(() => {
    if (!reply) return undefined;
    const only = KINDS.find((kind) => kind === fits);
    const { type, features } = reply.ground;
    return only
      ? { type, features: features.filter(({ properties }) => properties.kind === only) }
      : reply.ground;
  }, [reply, fits]);
  return { loaded: fit ? loaded : undefined, reply, drawn };
}

/** Bodies named on the card of a place. */
const NAMED = 3;

/** Gap and overspill of the bodies with an outline on a place, on its card; "" where there are none. */
export function fitWords({ study, contacts }: StudyIndex, { reply }: FitOnMap, place: number) {
  if (!reply) return "";
  const here = new Set(
    contacts[place]!.map(
      ({ outline }) => study.initiatives[study.outlines[outline]!.initiative]!.id,
    ),
  );
  const bodies = reply.bodies.filter(({ initiative }) => here.has(initiative));
  const words = bodies
    .slice(0, NAMED)
    .map(({ name, gap, overspill }) =>
      texts.here(name, area(gap.area_m2), area(overspill.area_m2)),
    );
  const more = bodies.length - words.length;
  return [...words, ...(more > 0 ? [texts.more(more)] : [])].join("; ");
}

interface FitKeyProps {
  readonly fit: FitOnMap;
  readonly params: Params;
  /** Id of the layer of places. */
  readonly places: string;
}

export function FitKey({ fit: { loaded, reply }, params, places }: FitKeyProps) {
  const { setParams } = useActions();
  const settings = useReply<SettingsReply>("/api/v1/settings");
  const tiers = settings.status === "ready" ? settings.value.tiers : [];
  // Against the very areas that outlines are made of alone there is nothing to draw.
  if (!tiers.some(({ id }) => id !== places) && !params.fit) return null;
  const sum = (kind: (typeof KINDS)[number]) =>
    (reply?.bodies ?? []).reduce(
      (all, body) => ({
        pieces: all.pieces + body[kind].pieces,
        ground: all.ground + body[kind].area_m2,
      }),
      { pieces: 0, ground: 0 },
    );
  return (
    <div class="need-key">
      <label>
        {texts.choose}
        <select
          class="fit-tier"
          value={params.fit ?? ""}
          onChange={(event) =>
            setParams({ fit: event.currentTarget.value || undefined, fits: undefined }, "replace")
          }
        >
          <option value="">{texts.none}</option>
          {tiers.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {reply && reply.bodies.length > 0 && (
        <fieldset class="overlay-key" aria-label={texts.key}>
          {KINDS.map((kind) => {
            const { pieces, ground } = sum(kind);
            const on = params.fits === undefined || params.fits === kind;
            return (
              <button
                key={kind}
                type="button"
                class={on ? "overlay-class" : "overlay-class legend-off"}
                aria-pressed={params.fits === kind}
                title={texts.filter}
                onClick={() =>
                  setParams({ fits: params.fits === kind ? undefined : kind }, "replace")
                }
              >
                <i class={`need-swatch fit-swatch-${kind}`} />
                {texts.kinds[kind]} <span>{texts.pieces(pieces, area(ground))}</span>
              </button>
            );
          })}
        </fieldset>
      )}
      {loaded && (
        <p class="note" aria-live="polite">
          {fitNote(loaded)}
        </p>
      )}
      {reply && reply.bodies.length > 0 && <FitTable reply={reply} />}
    </div>
  );
}

function fitNote(loaded: Loaded<FitGroundReply>): string {
  if (loaded.status === "loading") return texts.loading;
  if (loaded.status === "failed") return texts.failed(loaded.problem.message);
  const { bodies, too_many: tooMany, most, without, layer, rule } = loaded.value;
  if (tooMany !== null) return texts.tooMany(tooMany, most);
  if (bodies.length === 0) return texts.empty(without);
  return `${texts.sum(bodies.length, layer.title, without)} ${rule}`;
}
