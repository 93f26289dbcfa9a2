/** Everything recorded at one place: counts, then each initiative under how it is there. */
import { useMemo } from "preact/hooks";
import { deepestGround } from "../../../server/core/hotspots/depth.ts";
import { PRESENCES, type StackEntry, stackAt } from "../../../server/core/hotspots/stack.ts";
import type { StudyIndex } from "../../../server/core/hotspots/study-index.ts";
import { FIRST_DAY, LAST_DAY } from "../../../server/core/hotspots/timeline.ts";
import type { IsoDate } from "../../../server/core/units.ts";
import { addMonths } from "../../../server/core/units.ts";
import type { Answer } from "../../answer.ts";
import { exportPath } from "../../api.ts";
import { area, longDate } from "../../format.ts";
import { ScreenLink } from "../../parts/screen-link.tsx";
import { rankWords } from "../../ranking-words.ts";
import { useActions } from "../../shell/context.tsx";
import type { EvidenceState } from "../../state.ts";
import { texts } from "../../texts/hotspots.ts";
import { shared } from "../../texts/shared.ts";
import { PLACE } from "../../view.ts";
import { CardHead } from "./card-head.tsx";
import { StackFigures } from "./stack-figures.tsx";
import { StackGroup } from "./stack-group.tsx";

interface StackCardProps {
  readonly index: StudyIndex;
  readonly place: number;
  readonly answer: Answer;
  readonly evidence: EvidenceState;
}

export function StackCard({ index, place, answer, evidence }: StackCardProps) {
  const { study } = index;
  const { code, name, region, country, area: ground } = study.places[place]!;
  const stack = useMemo(() => stackAt(index, answer.question, place), [index, answer, place]);
  const row = answer.rowOf.get(place);
  const { depth, depthMax } = deepestGround(index, answer.ranges, place);
  const live = stack.filter(({ presence }) => presence !== "undated");
  return (
    <>
      <CardHead
        subject={code}
        heading={name}
        note={`${region || country}, ${area(ground)}. ${rankWords(row, answer)}`}
        dataVersion={study.dataVersion}
      >
        <ScreenLink screen={PLACE} change={{ place: code }} class="button">
          {texts.openPlace}
        </ScreenLink>
        <a
          class="text-button"
          href={exportPath("places", "geojson", answer.question, { place: code })}
          download={`patchwork-${code}-${answer.question.at}.geojson`}
          title={texts.placeGeojsonTitle}
        >
          {texts.placeGeojson}
        </a>
      </CardHead>
      {stack.length > 0 && <StackFigures study={study} stack={stack} />}
      {depthMax > depth && <p class="note">{texts.deepest(texts.range(depth, depthMax))}</p>}
      {evidence.status === "failed" && <EvidenceFailure code={evidence.problem?.code ?? ""} />}
      {live.length === 0 && (
        <NothingHere at={answer.question.at} next={nextLive(index, answer, place)} />
      )}
      {PRESENCES.map((presence) => {
        const entries = stack.filter((entry) => entry.presence === presence);
        return (
          entries.length > 0 && (
            <StackGroup
              key={presence}
              presence={presence}
              entries={entries}
              study={study}
              evidence={evidence}
            />
          )
        );
      })}
    </>
  );
}

export function EvidenceFailure({ code }: { code: string }) {
  const { retryEvidence } = useActions();
  return (
    <p class="notice" role="alert">
      {texts.evidenceFailed} <span class="code">{shared.codeWord(code)}</span>{" "}
      <button type="button" class="text-button" onClick={retryEvidence}>
        {shared.retry}
      </button>
    </p>
  );
}

function NothingHere({ at, next }: { at: IsoDate; next: IsoDate | undefined }) {
  const { setDate } = useActions();
  return (
    <div class="empty">
      <p>{texts.emptyStack(longDate(at))}</p>
      {next ? (
        <button type="button" class="button" onClick={() => setDate(next)}>
          {texts.goTo(longDate(next))}
        </button>
      ) : (
        <p>{texts.emptyStackHint}</p>
      )}
    </div>
  );
}

/** The nearest quarter day on which something was live here, later first. */
function nextLive(index: StudyIndex, { question }: Answer, place: number): IsoDate | undefined {
  const liveAt = (at: IsoDate) =>
    stackAt(index, { ...question, at }, place).some(
      ({ presence }: StackEntry) => presence !== "undated",
    );
  for (let at = addMonths(question.at, 3); at <= LAST_DAY; at = addMonths(at, 3))
    if (liveAt(at)) return at;
  for (let at = addMonths(question.at, -3); at >= FIRST_DAY; at = addMonths(at, -3))
    if (liveAt(at)) return at;
  return undefined;
}
