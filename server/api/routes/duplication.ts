import { z } from "zod";
import { placePairs, programmePairs } from "../../analysis/duplication.ts";
import { duplicationReply, isKey, toPair } from "../../contract/duplication.ts";
import { questionQuery } from "../../contract/question.ts";
import { placeNamed } from "../../contract/study-names.ts";
import { AppError } from "../../core/errors.ts";
import {
  DUPLICATION_KEYS,
  type DuplicationKey,
  sortDuplications,
} from "../../core/partnership/measures/duplication.ts";
import { questionOf, version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

const query = z.strictObject({
  ...questionQuery.shape,
  place: z.string().optional().describe("Code of a place: its initiatives; else all programmes."),
  by: z
    .string()
    .default("aims,differentOwner,months")
    .describe(`What to sort by, first to last, with commas: ${DUPLICATION_KEYS.join(", ")}.`),
  v: version,
});

/** Pairs that may do the same work under different owners, as a tuple. */
export const duplication: Route = {
  path: "/api/v1/duplication",
  summary:
    "Pairs of programmes, or of initiatives at a place: shared ground, likeness of aims, months " +
    "together, category and owners side by side, sorted as asked and never added.",
  query,
  replies: { "application/json": duplicationReply },
  handle(context, request, response) {
    const held = context.held();
    const { question, rest } = questionOf(query, request.query, held);
    const keys = keysOf(rest.by);
    const { sides, pairs } =
      rest.place === undefined
        ? programmePairs(held.db, held.index)
        : placePairs(held.db, held.index, question, placeNamed(held.loaded.study, rest.place));
    const byId = new Map(sides.map(({ id, name, owner }) => [id, { id, name, owner }]));
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      by: keys,
      place: rest.place ?? null,
      pairs: sortDuplications(pairs, keys).map((pair) => toPair(pair, (id) => byId.get(id)!)),
    });
  },
};

function keysOf(text: string): DuplicationKey[] {
  return text.split(",").map((part) => {
    const key = part.trim();
    if (isKey(key)) return key;
    throw new AppError(
      "input/invalid",
      `"${key}" is nothing to sort pairs by. Known: ${DUPLICATION_KEYS.join(", ")}.`,
      { key, known: DUPLICATION_KEYS },
    );
  });
}
