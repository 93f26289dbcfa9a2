/** The figures that a ranking goes by, where the study alone cannot give them: of the server. */
import { useMemo } from "preact/hooks";
import type { FiguresReply } from "../../../server/contract/figures.ts";
import { type FoundFigures, isFigure } from "../../../server/core/hotspots/place-figures.ts";
import type { Study } from "../../../server/core/model.ts";
import { questionOf } from "../../answer.ts";
import { questionPairs } from "../../api.ts";
import { useReply } from "../../parts/use-reply.ts";
import type { Loaded } from "../../parts/when-loaded.tsx";
import type { View } from "../../view.ts";

/** Undefined where the ranking needs none. */
export function useFigures(study: Study, view: View | undefined): Loaded<FoundFigures> | undefined {
  const by = view?.by ?? "cover";
  const query = view && new URLSearchParams(questionPairs(questionOf(view)));
  const path = isFigure(by) ? `/api/v1/figures/${by}?${query}` : undefined;
  const loaded = useReply<FiguresReply>(path);
  const reply = loaded.status === "ready" ? loaded.value : undefined;
  const found = useMemo(() => reply && figuresOf(study, reply), [study, reply]);
  if (path === undefined) return undefined;
  if (loaded.status !== "ready") return loaded;
  return found ? { status: "ready", value: found } : { status: "loading" };
}

/** As the folds take them: by the place's index, unknown as undefined. */
export function figuresOf(study: Study, reply: FiguresReply): FoundFigures {
  const placeAt = new Map(study.places.map(({ code }, place) => [code, place]));
  const { title, unit, rule, source, grade, missing } = reply;
  return {
    id: reply.figure,
    title,
    unit,
    rule,
    source,
    grade,
    missing: missing ?? undefined,
    places: new Map(
      reply.places.flatMap(({ code, value, at_least: atLeast, note }) => {
        const place = placeAt.get(code);
        return place === undefined
          ? []
          : [[place, { value: value ?? undefined, atLeast, note }] as const];
      }),
    ),
  };
}
