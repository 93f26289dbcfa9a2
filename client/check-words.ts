/** A stored report and a version in words that the list, the history and the plain page share. */
import type { StoredCheckReply } from "../server/contract/check-report.ts";
import type { VersionReply } from "../server/contract/versions.ts";
import { isoDate } from "../server/core/units.ts";
import { longDate } from "./format.ts";
import { texts } from "./texts/checks.ts";

/** The day of a moment: "25 November 2026"; empty where none is known. */
export function dayOf(moment: string | null): string {
  const day = isoDate((moment ?? "").slice(0, 10));
  return day === undefined ? texts.notRecorded : longDate(day);
}

export const verdictWords = ({ verdict, problems }: StoredCheckReply): string =>
  verdict === null ? texts.kindsOnly(problems) : texts.verdict(verdict);

export const repairWords = ({ verdict, accepted }: StoredCheckReply): string | undefined =>
  verdict === null ? undefined : texts.ofProposed(accepted.length, verdict.proposals);

/** The first figures of a hash: enough to tell two files apart by eye. */
export const shortHash = (sha256: string): string => sha256.replace(/^sha256:/, "").slice(0, 12);

/** What a version concerns: the thing by its name where it is one, else how many of each change. */
export function concernsWords({ changed }: VersionReply): string {
  const [only] = changed;
  if (changed.length === 1 && only) {
    return `${texts.thingKinds[only.kind] ?? only.kind} ${only.id}, ${texts.changes[only.change]}`;
  }
  const kinds = Object.keys(texts.changes) as (keyof typeof texts.changes)[];
  const counts = kinds.map(
    (change) => [change, changed.filter((one) => one.change === change).length] as const,
  );
  return texts.concernsMany(counts.filter(([, n]) => n > 0));
}

/** The day on which a file last gave or confirmed a thing; undefined where none did. */
export function lastConfirmed(
  versions: readonly VersionReply[],
  thing: string,
): string | undefined {
  const days = versions
    .filter(
      ({ kind, changed }) =>
        kind === "import" &&
        changed.some(({ id, change }) => id === thing && CONFIRMING.has(change)),
    )
    .map(({ date_read, made_at }) => date_read ?? made_at.slice(0, 10));
  return days.sort().at(-1);
}

const CONFIRMING: ReadonlySet<string> = new Set(["added", "changed", "confirmed"]);
