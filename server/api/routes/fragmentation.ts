import { z } from "zod";
import { toEvidenceReply } from "../../contract/evidence.ts";
import {
  type FragmentationReply,
  fragmentationReply,
  toPictureReply,
} from "../../contract/fragmentation.ts";
import { questionQuery } from "../../contract/question.ts";
import { toStreamReply } from "../../contract/streams.ts";
import { toWire } from "../../contract/wire.ts";
import { claimsAYear } from "../../core/funding/claim-dates.ts";
import type { Stream } from "../../core/funding/model.ts";
import { caseDate, pictureOf } from "../../core/funding/picture.ts";
import { partnershipPicture } from "../../core/partnership/picture.ts";
import { type GatheredStreams, gatherStreams } from "../gathered-streams.ts";
import { questionOf, version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import type { Held } from "../study-source.ts";

const query = z.strictObject({
  ...questionQuery.shape,
  case: z.string().optional().describe("Id of a worked case; or name a place."),
  place: z.string().optional().describe("Code of a place; or name a worked case."),
  v: version,
});

/** Streams side by side: cycles, claims, units, match, cliffs and who sits where. */
export const fragmentation: Route = {
  path: "/api/v1/fragmentation",
  summary:
    "The streams of a worked case or of a place on a date, and everything measured of them: " +
    "cycles, claims, planning window, funders, outputs that cannot be added, match, cliffs, partners.",
  query,
  replies: { "application/json": fragmentationReply },
  handle(context, request, response) {
    const held = context.held();
    const { question, rest } = questionOf(query, request.query, held);
    const gathered = gatherStreams(context, held, question, rest);
    const { streams, budgets, bodies, memberships } = gathered;
    const at = gathered.kind === "case" ? caseDate(streams, question.at) : question.at;
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      at,
      subject: subjectOf(gathered),
      streams: streams.map((stream) => ({
        ...toStreamReply(stream),
        ...toWire(namesOf(held, stream)),
      })),
      picture: toPictureReply(pictureOf(streams, budgets, at)),
      partnership: toWire(partnershipPicture(bodies, memberships)),
    } satisfies FragmentationReply);
  },
};

function subjectOf(gathered: GatheredStreams): FragmentationReply["subject"] {
  const { kind, id, title, place, watermark, notSaid, evidence } = gathered;
  return {
    ...toWire({ kind, id, title, place, watermark, notSaid }),
    evidence: evidence ? toEvidenceReply(evidence) : null,
  };
}

/** What the register calls a stream's initiative and programme, and what its rules come to. */
function namesOf({ loaded: { study } }: Held, stream: Stream) {
  const programme = study.programmes.find(({ code }) => code === stream.programme);
  return {
    programmeName: programme?.name,
    category: programme?.category,
    initiativeName: study.initiatives.find(({ id }) => id === stream.initiative)?.name,
    claimsAYear: claimsAYear(stream),
  };
}
