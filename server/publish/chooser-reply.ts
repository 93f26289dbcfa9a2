/** What `choose --json` prints and /api/v1/chooser answers. */
import { adjacentPlaces } from "../analysis/cell-edges.ts";
import type { LoadedStudy } from "../analysis/load-study.ts";
import type { Neighbours } from "../analysis/neighbours.ts";
import { upperTiers } from "../analysis/upper-tiers.ts";
import type { ChooserAsked, ChooserReply } from "../contract/chooser.ts";
import { questionParams } from "../contract/question.ts";
import { initiativeNamed, placeNamed } from "../contract/study-names.ts";
import { touchedDistricts } from "../core/chooser/candidates.ts";
import type { PatchOfInitiative, RankedCandidate } from "../core/chooser/model.ts";
import { patchOf } from "../core/chooser/patches.ts";
import { rankCandidates } from "../core/chooser/rank-candidates.ts";
import { AppError } from "../core/errors.ts";
import { passesFilters, type Question } from "../core/hotspots/question.ts";
import { stackAt } from "../core/hotspots/stack.ts";
import type { StudyIndex } from "../core/hotspots/study-index.ts";
import type { Study } from "../core/model.ts";
import type { Db } from "../store/db.ts";

/** Places that the initiatives may lie in: above it the unions are too many to be advice. */
export const MOST_PLACES = 40;
/** Arrangements listed, the best first; those of the districts and tiers always. */
const LISTED = 40;

export interface ChooserSources {
  readonly db: Db;
  readonly loaded: LoadedStudy;
  readonly index: StudyIndex;
  readonly neighbours: Neighbours;
}

const ADVICE = [
  "Possible boundaries and what each would do to these initiatives: who works together is for those who would.",
  "PAT 17 (5.40) asks for a light touch on this, and (5.41) that alliances emerge locally.",
  "Inside is the largest share of an initiative's people in one partnership; where only its district is known, its people are not.",
  "A patch matches where a partnership fills an area of another loaded layer, such as that of a police force.",
];

/**
 * @throws AppError input/invalid where nothing is chosen, input/unknown-initiative, input/unknown-place,
 *   limit/size where the initiatives lie in too many places
 */
export function toChooserReply(
  { db, loaded, index, neighbours }: ChooserSources,
  question: Question,
  asked: ChooserAsked,
): ChooserReply {
  const { study } = loaded;
  const { areaSplit } = neighbours.peopled;
  const patches = chosenInitiatives(index, question, asked).map((initiative) =>
    patchOf(index, areaSplit, initiative, question.at),
  );
  const touched = touchedDistricts({ initiatives: patches, adjacent: [], upperTier: [] });
  expectFew(touched.size);
  const ranked = rankCandidates({
    initiatives: patches,
    adjacent: adjacentPlaces(loaded, neighbours.edges),
    upperTier: upperTiers(db, loaded).filter(({ districts }) =>
      districts.some((district) => touched.has(district)),
    ),
  });
  return {
    dataVersion: study.dataVersion,
    question: Object.fromEntries([
      ...questionParams(question),
      ...Object.entries(asked).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ]),
    advice: ADVICE,
    initiatives: patches.map((patch) => initiativeRow(study, patch)),
    considered: ranked.length,
    candidates: ranked
      .filter(({ kind }, i) => i < LISTED || kind !== "union")
      .map((candidate) => candidateRow(study, candidate)),
  };
}

function chosenInitiatives(
  index: StudyIndex,
  question: Question,
  { initiative, place }: ChooserAsked,
): number[] {
  const { study } = index;
  if ((initiative === undefined) === (place === undefined)) {
    throw new AppError(
      "input/invalid",
      "Name initiatives or a place, one of the two, to choose a boundary for.",
      { initiative, place },
    );
  }
  if (place !== undefined) {
    return stackAt(index, question, placeNamed(study, place))
      .filter(({ presence }) => presence !== "undated")
      .map((entry) => entry.initiative);
  }
  return (initiative ?? "").split(",").map((text) => {
    const id = text.trim();
    const at = initiativeNamed(study, id);
    if (passesFilters(study, question, at)) return at;
    throw new AppError("input/unknown-initiative", `The filters leave ${id} out.`, {
      initiative: id,
    });
  });
}

function expectFew(places: number): void {
  if (places <= MOST_PLACES) return;
  throw new AppError(
    "limit/size",
    `These initiatives lie in ${places} places; a boundary is looked for over ${MOST_PLACES} at most. ` +
      "Name fewer of them.",
    { places, limit: MOST_PLACES },
  );
}

function initiativeRow(study: Study, { id, people }: PatchOfInitiative) {
  const { name } = study.initiatives.find((known) => known.id === id)!;
  const places = [...people].map(([place, amount]) => ({
    ...placeName(study, place),
    people: amount ?? null,
  }));
  return { id, name, places };
}

const placeName = ({ places }: Study, place: number) => {
  const { code, name } = places[place]!;
  return { code, name };
};

function candidateRow(study: Study, candidate: RankedCandidate) {
  const { rank, kind, unsplit, peopleInside, peopleUnknown, matches } = candidate;
  return {
    rank,
    kind,
    label: labelOf(study, candidate),
    partnerships: candidate.partnerships.map((members) =>
      members.map((place) => placeName(study, place)),
    ),
    unsplit,
    people_inside: peopleInside ?? null,
    people_unknown: peopleUnknown,
    initiatives: candidate.initiatives.map(({ id, inside, whole }) => ({
      id,
      inside: inside ?? null,
      whole,
    })),
    matches: [...matches],
  };
}

function labelOf({ places }: Study, { kind, partnerships, matches }: RankedCandidate): string {
  if (kind === "districts") return "each place by itself";
  if (kind === "tier") return matches.join("; ");
  return `together: ${partnerships[0]!.map((place) => places[place]!.name).join(", ")}`;
}
