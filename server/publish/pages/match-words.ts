/** What a stream may be set against as match, in words; "not stated" where the source says nothing. */
import { listing, money } from "../../../client/format.ts";
import { texts } from "../../../client/texts/streams.ts";
import type { StreamReply } from "../../contract/streams.ts";
import { pageTexts } from "./page-texts.ts";

type Rules = StreamReply["rules"];

/**
 * What it may be set against, and what not.
 *
 * @param nameOf name of the stream of an id; what is no stream's stands as it is written
 */
export function matchWords({ match }: Rules, nameOf: (id: string) => string): string {
  const { mayMatch, mayNotMatch, upTo, words } = match;
  const parts = [
    mayMatch.length > 0 ? pageTexts.mayMatch(listing(mayMatch.map(nameOf))) : "",
    mayNotMatch.length > 0 ? pageTexts.mayNotMatch(listing(mayNotMatch.map(nameOf))) : "",
    upTo === null ? "" : texts.upTo(money(upTo)),
    words,
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join("; ") : texts.notStated;
}
