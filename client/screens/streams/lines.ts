/** A reply as this screen looks at it: each stream one flat line of what it says, null where it does not. */
import type {
  FragmentationReply,
  NamedStreamReply,
} from "../../../server/contract/fragmentation.ts";
import type { YearDay } from "../../charts/wheel.ts";

type Rules = NamedStreamReply["rules"];

export interface StreamLine
  extends Omit<NamedStreamReply, "rules">,
    Readonly<Rules["payment"]>,
    Pick<Rules, "yearNote" | "outputs"> {
  readonly yearStart: YearDay | null;
  readonly frequency: Rules["claims"]["frequency"];
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
  const { claims, payment, match, yearStart, yearNote, outputs } = rules;
  return {
    ...stream,
    ...payment,
    yearStart: yearStart === null ? null : yearDay(yearStart),
    yearNote,
    outputs,
    frequency: claims.frequency,
    route: claims.route,
    routeWords: claims.words,
    matchWords: match.words,
    matchUpTo: match.upTo,
  };
}

/** "04-01" */
function yearDay(text: string): YearDay {
  const [month = 1, day = 1] = text.split("-").map(Number);
  return { month, day };
}
