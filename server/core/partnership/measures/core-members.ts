import type { Range } from "../../funding/range.ts";
import { type Attendance, CORE_KINDS, type MemberKind } from "../model.ts";

/** One kind of member and what is recorded of it. */
export interface CoreMember {
  readonly kind: MemberKind;
  readonly attendance: Attendance;
}

export interface CoreMembers {
  readonly members: readonly CoreMember[];
  readonly present: number;
  readonly expected: number;
  /** Present over expected; the upper bound has every unknown one present. */
  readonly completeness: Range;
  /** Recorded as not taking part. */
  readonly missing: readonly MemberKind[];
  /** Nothing is recorded, which is not the same as missing. */
  readonly unknown: readonly MemberKind[];
}

/**
 * M-P2. Which of the kinds of core member a partnership has. Of several organisations of one kind one
 * that is present is enough; a kind of which nothing is recorded is unknown, never absent.
 *
 * @param expected the eleven kinds of PAT 17 §5.17 unless given
 */
export function coreMembers(
  recorded: readonly { readonly kind: MemberKind | undefined; readonly attendance: Attendance }[],
  expected: readonly MemberKind[] = CORE_KINDS,
): CoreMembers {
  const members = expected.map((kind) => {
    const found = recorded.filter((member) => member.kind === kind).map((each) => each.attendance);
    const known = found.includes("present") ? "present" : found.includes("absent") && "absent";
    return { kind, attendance: known || "unknown" } as const;
  });
  const of = (attendance: Attendance) =>
    members.filter((member) => member.attendance === attendance).map(({ kind }) => kind);
  const present = of("present").length;
  const unknown = of("unknown");
  return {
    members,
    present,
    expected: expected.length,
    completeness: {
      low: present / expected.length,
      high: (present + unknown.length) / expected.length,
      open: undefined,
    },
    missing: of("absent"),
    unknown,
  };
}
