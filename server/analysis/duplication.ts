/** Programmes, or the initiatives of a place, as pairs that may do the same work (M-R1). */
import { endOf, type Question } from "../core/hotspots/question.ts";
import { sharedGroundAt } from "../core/hotspots/shared-ground.ts";
import { stackAt } from "../core/hotspots/stack.ts";
import type { StudyIndex } from "../core/hotspots/study-index.ts";
import {
  type Comparable,
  type Duplication,
  duplications,
} from "../core/partnership/measures/duplication.ts";
import { aimTable } from "../store/aim.ts";
import type { Db } from "../store/db.ts";
import { groupBy } from "../store/group-by.ts";
import { programmeTable } from "../store/programme.ts";

/** One side, with what a person calls it. */
export interface Named extends Comparable {
  readonly name: string;
}

export interface Pairs {
  readonly sides: readonly Named[];
  readonly pairs: readonly Duplication[];
}

const NO_GROUND = {
  jaccard: undefined,
  reason: "Programmes are compared without ground: they meet in different places each time.",
} as const;
const NO_OUTLINE = {
  jaccard: undefined,
  reason: "The outline of at least one of the two is not known here.",
} as const;

/** Every pair of programmes. */
export function programmePairs(db: Db, { study }: StudyIndex): Pairs {
  const of = programmeFacts(db);
  const sides = study.programmes.map((programme) => ({
    ...of(programme.code),
    id: programme.code,
    name: programme.name,
    category: programme.category,
    start: programme.start,
    end: programme.end,
  }));
  return { sides, pairs: duplications(sides, () => NO_GROUND) };
}

/** Every pair of initiatives alive at a place, with the ground they share inside it. */
export function placePairs(db: Db, index: StudyIndex, question: Question, place: number): Pairs {
  const { study } = index;
  const of = programmeFacts(db);
  const live = stackAt(index, question, place)
    .filter(({ presence }) => presence !== "undated")
    .map(({ initiative }) => initiative);
  const at = new Map(live.map((i) => [study.initiatives[i]!.id, i]));
  const ground = sharedGroundAt(index, question, place);
  const sides = live.map((i) => {
    const { id, name, start, programme } = study.initiatives[i]!;
    const { code, name: programmeName, category } = study.programmes[programme]!;
    const title = `${name} (${programmeName})`;
    return { ...of(code), id, name: title, category, start, end: endOf(study, i) };
  });
  const groundOf = (a: Comparable, b: Comparable) => {
    const jaccard = ground(at.get(a.id)!, at.get(b.id)!);
    return jaccard === undefined ? NO_OUTLINE : { jaccard };
  };
  return { sides, pairs: duplications(sides, groundOf) };
}

/** Aims and the body that runs it, by programme: an initiative has its programme's. */
function programmeFacts(db: Db): (code: string) => Pick<Comparable, "aims" | "owner"> {
  const aims = groupBy(aimTable(db).all(), ({ programme_code }) => programme_code);
  const owners = new Map(
    programmeTable(db)
      .rules()
      .map((row) => [row.code, row.administering_body]),
  );
  return (code) => ({
    aims: (aims.get(code) ?? []).map(({ aim, weight }) => ({ term: aim, weight })),
    owner: owners.get(code) ?? "",
  });
}
