import { z } from "zod";
import { toEvidenceReply } from "../../contract/evidence.ts";
import { partnersReply, toBoardReply, toMembershipReply } from "../../contract/partners.ts";
import { questionParams, questionQuery } from "../../contract/question.ts";
import { initiativeNamed, placeNamed } from "../../contract/study-names.ts";
import { passesFilters } from "../../core/hotspots/question.ts";
import { everythingAt } from "../../core/hotspots/stack.ts";
import { CORE_KINDS } from "../../core/partnership/model.ts";
import { questionOf, version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import { streamFilter } from "../stream-filter.ts";

const query = z.strictObject({ ...questionQuery.shape, ...streamFilter, v: version });

/** Who takes part, on which boards, towards what. */
export const partners: Route = {
  path: "/api/v1/partners",
  summary:
    "Partners, boards, seats, aims and targets: of a place on a date, an initiative, a case.",
  query,
  replies: { "application/json": partnersReply },
  handle(context, request, response) {
    const held = context.held();
    const { question, rest } = questionOf(query, request.query, held);
    const { study } = held.loaded;
    const funding = context.readings(held).funding();
    const place = rest.place === undefined ? undefined : placeNamed(study, rest.place);
    if (rest.initiative !== undefined) initiativeNamed(study, rest.initiative);
    const here =
      place === undefined
        ? study.initiatives.map((_, i) => i)
        : everythingAt(held.index, question.at, place).map(({ initiative }) => initiative);
    const chosen = here.filter(
      (i) =>
        rest.case === undefined &&
        passesFilters(study, question, i) &&
        (rest.initiative === undefined || study.initiatives[i]!.id === rest.initiative),
    );
    const ids = new Set(chosen.map((i) => study.initiatives[i]!.id));
    const programmes = chosen.map((i) => study.programmes[study.initiatives[i]!.programme]!.code);
    const boards = funding.boards.filter((board) =>
      rest.case === undefined
        ? board.case === undefined &&
          (ids.has(board.initiative ?? "") ||
            (board.initiative === undefined && (place === undefined || board.place === rest.place)))
        : board.case === rest.case,
    );
    const bodies = new Set([...ids, ...programmes, ...boards.map(({ id }) => id)]);
    const { case: owner, place: code, initiative } = rest;
    const asked = Object.entries({ case: owner, place: code, initiative });
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      question: {
        ...Object.fromEntries(questionParams(question)),
        ...Object.fromEntries(
          asked.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
        ),
      },
      coreKinds: [...CORE_KINDS],
      memberships: funding.memberships.filter(({ of }) => ids.has(of)).map(toMembershipReply),
      boards: boards.map(toBoardReply),
      seats: funding.seats.filter(({ of }) => bodies.has(of)).map(toMembershipReply),
      aims: funding.aims
        .filter(({ of }) => bodies.has(of))
        .map((aim) => ({ ...aim, evidence: toEvidenceReply(aim.evidence) })),
      targets: funding.targets
        .filter(({ of }) => bodies.has(of))
        .map((target) => ({
          ...target,
          value: target.value ?? null,
          by: target.by ?? null,
          evidence: toEvidenceReply(target.evidence),
        })),
    } satisfies z.infer<typeof partnersReply>);
  },
};
