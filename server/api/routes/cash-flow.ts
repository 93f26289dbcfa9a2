import { z } from "zod";
import { cashFlowReply, notTestable, toTestReply } from "../../contract/cash-flow.ts";
import { parse } from "../../contract/parse.ts";
import { AppError } from "../../core/errors.ts";
import { deliverability } from "../../core/funding/deliverability.ts";
import type { Advance } from "../../core/funding/model.ts";
import { type ChangedRules, undertakingOf } from "../../core/funding/undertaking.ts";
import { SECTORS } from "../../core/partnership/model.ts";
import { share } from "../../core/units.ts";
import { version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

/** Longer than any wait for public money; a larger number is a slip of the pen. */
const MOST_MONTHS = 24;

const query = z.strictObject({
  stream: z.string().describe("Id of a stream."),
  lag: z.coerce
    .number()
    .int()
    .min(0)
    .max(MOST_MONTHS)
    .optional()
    .describe("Months from the end of a period to its money, in place of the stream's own."),
  advance: z.coerce
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("Share paid in advance to this body, in place of the stream's own rule."),
  recovery: z
    .enum(["pro_rata", "last"])
    .default("pro_rata")
    .describe("How that advance is recovered."),
  v: version,
});

/** Whether the body that spends a stream can live with the way it is paid. */
export const cashFlow: Route = {
  path: "/api/v1/cash-flow",
  summary:
    "What has to be laid out before a stream pays, day by day and month by month, the peak, whether " +
    "it can be delivered and the rules that bind; with other rules of payment where they are given.",
  query,
  replies: { "application/json": cashFlowReply },
  handle(context, request, response) {
    const held = context.held();
    const asked = parse(query, request.query);
    const stream = context.readings(held).funding().streamAt.get(asked.stream);
    if (!stream)
      throw new AppError("input/not-found", `There is no stream "${asked.stream}".`, {
        stream: asked.stream,
      });
    const undertaking = undertakingOf(stream, changedRules(asked));
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      stream: stream.id,
      notRecorded: notTestable(undertaking) ? undertaking.notRecorded : null,
      test: notTestable(undertaking) ? null : toTestReply(undertaking, deliverability(undertaking)),
    });
  },
};

function changedRules({ lag, advance, recovery }: z.output<typeof query>): ChangedRules {
  if (advance === undefined) return { lagMonths: lag };
  // "What if this body had an advance": whoever it is.
  const given: Advance =
    advance > 0
      ? { share: share(advance), recovery, to: SECTORS }
      : { share: share(0), recovery: undefined, to: undefined };
  return { lagMonths: lag, advance: given };
}
