/** What a page says of data that its address pins and that are no longer those loaded. */
import { shortVersion } from "../../../client/format.ts";
import { changesBetween } from "../../core/hotspots/changes.ts";
import type { Study } from "../../core/model.ts";
import { html, type Markup } from "../markup.ts";
import { changesWords } from "./changes-words.ts";
import { pageTexts } from "./page-texts.ts";

export interface PinNotice {
  /** First digits of the data version that the address names, and of the one that is loaded. */
  readonly pinned: string;
  readonly now: string;
  /** Whether the figures shown are those of the pinned data, or what is kept tells only what changed. */
  readonly kept: "figures" | "changes" | "nothing";
  /** What changed since, in sentences; none where the pinned data are not kept. */
  readonly changes: readonly string[];
}

/**
 * @param pinned data version of the address, or its first digits
 * @param before the study kept under it, where it is
 */
export const pinNoticeOf = (pinned: string, now: Study, before: Study | undefined): PinNotice => ({
  pinned: shortVersion(pinned),
  now: shortVersion(now.dataVersion),
  kept: before ? "figures" : "nothing",
  changes: before ? changesWords(changesBetween(before, now)) : [],
});

/** Of a view that is made of today's data whatever its address pins. */
export const todaysNotice = (pinned: string, now: Study, before: Study | undefined): PinNotice => ({
  ...pinNoticeOf(pinned, now, before),
  kept: before ? "changes" : "nothing",
});

const MADE_WITH = {
  figures: pageTexts.pinnedKept,
  changes: pageTexts.pinnedChanges,
  nothing: pageTexts.pinnedLost,
};

export const pinNotice = ({ pinned, now, kept, changes }: PinNotice): Markup =>
  html`<aside class="pinned" aria-label="${pageTexts.pinnedLabel}"><p><b>${MADE_WITH[kept](pinned)}</b> ${kept === "figures" ? pageTexts.nowIs(now) : pageTexts.shownIs(now)} ${changes.join(" ")}</p></aside>`;
