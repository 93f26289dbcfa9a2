/** A reply as this screen looks at it: each stream one flat line of what it says, null where it does not. */
import type {
  FragmentationReply,
  NamedStreamReply,
} from "../../../server/contract/fragmentation.ts";
import { type ToldRules, toldRules } from "../../stream-words.ts";

type Rules = NamedStreamReply["rules"];

export interface StreamLine extends Omit<NamedStreamReply, "rules" | "claimsAYear">, ToldRules {
  readonly route: Rules["claims"]["route"];
  readonly routeWords: string;
  readonly matchWords: string;
  readonly matchUpTo: number | null;
}

export interface StreamsView extends Omit<FragmentationReply, "streams"> {
  readonly streams: readonly StreamLine[];
}

export const viewOf = (reply: FragmentationReply): StreamsView => ({
  ...reply,
  streams: reply.streams.map(lineOf),
});

function lineOf({ rules, ...stream }: NamedStreamReply): StreamLine {
  const { claims, match } = rules;
  return {
    ...stream,
    ...toldRules(rules, stream.claimsAYear),
    route: claims.route,
    routeWords: claims.words,
    matchWords: match.words,
    matchUpTo: match.upTo,
  };
}
