/** Everything that is measured of a set of boards and partnerships at once. */
import type { AtLeast } from "../funding/range.ts";
import { type BoardOverlap, boardOverlaps } from "./measures/board-overlap.ts";
import { type CoreMembers, coreMembers } from "./measures/core-members.ts";
import {
  type MeetingBoard,
  type MeetingLoad,
  meetingLoads,
  meetingsAYear,
} from "./measures/meeting-load.ts";
import { type Attendance, type Membership, WIDER_KINDS } from "./model.ts";

/** A board, or an initiative's partnership, that organisations sit on. */
export interface Body {
  readonly id: string;
  readonly name: string;
  readonly meetingsAYear: number | undefined;
}

/** One organisation's row of the membership matrix. */
export interface MatrixRow {
  readonly organisation: string;
  /** Body -> what is recorded; a body that is not in it says nothing of the organisation. */
  readonly at: Readonly<Record<string, Attendance>>;
}

export interface PartnershipPicture {
  readonly bodies: readonly Body[];
  readonly matrix: readonly MatrixRow[];
  /** The eleven kinds of PAT 17 §5.17, over all bodies together. */
  readonly core: CoreMembers;
  /** Community, voluntary, business and faith, §5.19. */
  readonly wider: CoreMembers;
  readonly overlaps: readonly BoardOverlap[];
  readonly loads: readonly MeetingLoad[];
  readonly meetings: AtLeast;
}

/** Measure who sits where. */
export function partnershipPicture(
  bodies: readonly Body[],
  memberships: readonly Membership[],
): PartnershipPicture {
  const known = new Set(bodies.map(({ id }) => id));
  const seats = memberships.filter(({ of }) => known.has(of));
  const boards: MeetingBoard[] = bodies.map(({ id, meetingsAYear: meetings }) => ({
    board: id,
    organisations: organisationsOf(seats.filter((seat) => seat.of === id)),
    meetingsAYear: meetings,
  }));
  return {
    bodies,
    matrix: matrixOf(seats),
    core: coreMembers(seats),
    wider: coreMembers(seats, WIDER_KINDS),
    overlaps: boardOverlaps(boards).filter(({ shared }) => shared.length > 0),
    loads: meetingLoads(boards),
    meetings: meetingsAYear(boards),
  };
}

const organisationsOf = (seats: readonly Membership[]) => [
  ...new Set(
    seats.filter(({ attendance }) => attendance === "present").map((seat) => seat.organisation),
  ),
];

function matrixOf(seats: readonly Membership[]): MatrixRow[] {
  const rows = new Map<string, Record<string, Attendance>>();
  for (const { organisation, of, attendance } of seats)
    rows.set(organisation, { ...rows.get(organisation), [of]: attendance });
  return [...rows]
    .map(([organisation, at]) => ({ organisation, at }))
    .sort((a, b) => count(b) - count(a) || (a.organisation < b.organisation ? -1 : 1));
}

const count = ({ at }: MatrixRow) => Object.values(at).filter((each) => each === "present").length;
