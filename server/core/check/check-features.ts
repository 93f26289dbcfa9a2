import { findMeetings } from "./meetings.ts";
import type { CheckedFeature, CheckSubject, Finding, Problem } from "./model.ts";
import { PROBLEMS } from "./problems/registry.ts";
import { type Proposal, proposeRepairs } from "./propose.ts";
import { walkRings } from "./walks.ts";

/** All that was found of one kind. */
export interface Found {
  readonly problem: Problem;
  readonly findings: readonly Finding[];
}

export interface Checked {
  /** In the order of the registry; kinds of which nothing was found are left out. */
  readonly found: readonly Found[];
  /** By feature, in the order in which they would be made. */
  readonly proposals: readonly Proposal[];
}

/**
 * Looks for every known problem in every feature, and proposes what would mend it. Nothing is changed.
 *
 * @param onShare told how many of the features have been looked at, 0 to 1
 * @throws AppError certificate/failed where the ground of a proposal cannot be vouched for
 */
export function checkFeatures(subject: CheckSubject, onShare?: (share: number) => void): Checked {
  const findings = new Map<Problem, Finding[]>(PROBLEMS.map((problem) => [problem, []]));
  const proposals: Proposal[] = [];
  subject.features.forEach((feature, i) => {
    const problems = inFeature(feature, subject, findings);
    proposals.push(...proposeRepairs(feature, problems, subject.step));
    onShare?.((i + 1) / subject.features.length);
  });
  for (const [problem, found] of findings) found.push(...(problem.ofFile?.(subject) ?? []));
  const found = [...findings].map(([problem, list]) => ({ problem, findings: list }));
  return { found: found.filter((kind) => kind.findings.length > 0), proposals };
}

/** @returns the problems that this feature has */
function inFeature(
  feature: CheckedFeature,
  subject: CheckSubject,
  findings: ReadonlyMap<Problem, Finding[]>,
): Problem[] {
  const walks = once(() => walkRings(feature.shapes));
  const meetings = once(() => findMeetings(feature.shapes, walks()));
  const view = { feature, subject, walks, meetings };
  return [...findings].flatMap(([problem, list]) => {
    const own = problem.ofFeature?.(view) ?? [];
    list.push(...own);
    return own.length > 0 ? [problem] : [];
  });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
