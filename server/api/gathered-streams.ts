/** The streams, budgets and boards of a worked case, or of a place on a date. */
import { placeNamed } from "../contract/study-names.ts";
import { AppError } from "../core/errors.ts";
import type { Budget, Stream } from "../core/funding/model.ts";
import type { Question } from "../core/hotspots/question.ts";
import { stackAt } from "../core/hotspots/stack.ts";
import type { Evidence } from "../core/model.ts";
import type { Membership } from "../core/partnership/model.ts";
import type { Body } from "../core/partnership/picture.ts";
import type { Context } from "./context.ts";
import { type StreamFilter, streamsFor } from "./stream-filter.ts";
import type { Held } from "./study-source.ts";

/** What a set of streams is that of, with who sits on its boards. */
export interface GatheredStreams {
  readonly kind: "case" | "place";
  readonly id: string;
  readonly title: string;
  readonly place: { readonly code: string | undefined; readonly name: string };
  readonly watermark: string;
  readonly notSaid: readonly string[];
  readonly evidence: Evidence | undefined;
  readonly streams: readonly Stream[];
  readonly budgets: readonly Budget[];
  readonly bodies: readonly Body[];
  readonly memberships: readonly Membership[];
}

/**
 * What one case or one place has.
 *
 * @throws AppError input/invalid where neither or both are named; as {@link streamsFor}
 */
export function gatherStreams(
  context: Context,
  held: Held,
  question: Question,
  named: Pick<StreamFilter, "case" | "place">,
): GatheredStreams {
  if (named.case !== undefined && named.place === undefined)
    return ofCase(context, held, question, named.case);
  if (named.place !== undefined && named.case === undefined)
    return ofPlace(context, held, question, named.place);
  throw new AppError(
    "input/invalid",
    "Name either a worked case (case=…) or a place (place=…), and not both.",
  );
}

function ofCase(context: Context, held: Held, question: Question, id: string): GatheredStreams {
  const { cases, budgets, boards, seats } = context.readings(held).funding();
  const streams = streamsFor(context, held, question, { case: id });
  const found = cases.find((each) => each.id === id)!;
  return {
    kind: "case",
    id,
    title: found.title,
    place: { code: found.place, name: found.placeName },
    watermark: found.watermark,
    notSaid: found.notSaid,
    evidence: found.evidence,
    streams,
    budgets: budgets.filter((budget) => budget.case === id),
    bodies: boards.filter((board) => board.case === id),
    memberships: seats,
  };
}

function ofPlace(context: Context, held: Held, question: Question, code: string): GatheredStreams {
  const { study } = held.loaded;
  const { boards, seats, memberships } = context.readings(held).funding();
  const place = placeNamed(study, code);
  const live = stackAt(held.index, question, place).filter(
    ({ presence }) => presence !== "undated",
  );
  const initiatives = live.map(({ initiative }) => study.initiatives[initiative]!);
  const ids = new Set(initiatives.map(({ id }) => id));
  const { name } = study.places[place]!;
  return {
    kind: "place",
    id: code,
    title: name,
    place: { code, name },
    watermark: "",
    notSaid: [],
    evidence: undefined,
    // A line of a district or the nation holds the initiatives' own, and would be claimed twice.
    streams: streamsFor(context, held, question, { place: code }).filter(
      ({ part, scope, initiative }) =>
        part === "whole" &&
        scope === "initiative" &&
        (initiative === undefined || ids.has(initiative)),
    ),
    budgets: [],
    bodies: [
      ...boards.filter(
        (board) =>
          board.case === undefined && (board.place === code || ids.has(board.initiative ?? "")),
      ),
      // An initiative's partnership is a body of its own; how often it meets is not recorded.
      ...initiatives.map(({ id, name: own, programme }) => ({
        id,
        // Several programmes name an initiative for its district: the code tells them apart.
        name: `${own} (${study.programmes[programme]!.code})`,
        meetingsAYear: undefined,
      })),
    ],
    memberships: [...seats, ...memberships],
  };
}
