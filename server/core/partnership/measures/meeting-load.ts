import type { AtLeast } from "../../funding/range.ts";
import type { Seats } from "./board-overlap.ts";

/** A board with how often it meets; `undefined` is not recorded. */
export interface MeetingBoard extends Seats {
  readonly meetingsAYear: number | undefined;
}

export interface MeetingLoad {
  readonly organisation: string;
  /** Boards it sits on: its degree in the network of boards and organisations (M-P1). */
  readonly boards: readonly string[];
  /** Meetings a year over those boards; a lower bound where one of them does not say. */
  readonly meetings: AtLeast;
}

/** M-P3. Meetings a year by organisation, heaviest first: the sum over its boards of what they hold. */
export function meetingLoads(boards: readonly MeetingBoard[]): MeetingLoad[] {
  const names = [...new Set(boards.flatMap(({ organisations }) => organisations))].sort();
  return names
    .map((organisation) => {
      const its = boards.filter(({ organisations }) => organisations.includes(organisation));
      return { organisation, boards: its.map(({ board }) => board), meetings: sumOf(its) };
    })
    .sort((a, b) => b.meetings.value - a.meetings.value || b.boards.length - a.boards.length);
}

/** M-P3. Meetings a year of all the boards together. */
export const meetingsAYear = (boards: readonly MeetingBoard[]): AtLeast => sumOf(boards);

const sumOf = (boards: readonly MeetingBoard[]): AtLeast => ({
  value: boards.reduce((sum, { meetingsAYear: meetings }) => sum + (meetings ?? 0), 0),
  complete: boards.every(({ meetingsAYear: meetings }) => meetings !== undefined),
});
