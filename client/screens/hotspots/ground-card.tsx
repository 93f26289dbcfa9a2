/** What covers a piece of ground that lies outside every place. */
import { useMemo } from "preact/hooks";
import { liveOutlines } from "../../../server/core/hotspots/depth.ts";
import type { StackEntry } from "../../../server/core/hotspots/stack.ts";
import type { StudyIndex } from "../../../server/core/hotspots/study-index.ts";
import type { Answer } from "../../answer.ts";
import { area, longDate } from "../../format.ts";
import type { EvidenceState } from "../../state.ts";
import { texts } from "../../texts/hotspots.ts";
import { CardHead } from "./card-head.tsx";
import { EvidenceFailure } from "./stack-card.tsx";
import { StackFigures } from "./stack-figures.tsx";
import { StackGroup } from "./stack-group.tsx";

interface GroundCardProps {
  readonly index: StudyIndex;
  readonly cell: number;
  readonly answer: Answer;
  readonly evidence: EvidenceState;
}

export function GroundCard({ index, cell, answer, evidence }: GroundCardProps) {
  const { study } = index;
  const { question } = answer;
  const { coveredBy, area: ground } = study.cells[cell]!;
  const stack = useMemo(() => {
    const live = liveOutlines(index, question);
    return coveredBy
      .filter((outline) => live[outline])
      .map((outline): StackEntry => {
        const { initiative } = study.outlines[outline]!;
        return { initiative, presence: "covers", outline, indication: undefined, share: undefined };
      });
  }, [index, question, coveredBy, study]);
  return (
    <>
      <CardHead
        subject={String(cell)}
        heading={texts.outside}
        note={`${area(ground)}. ${texts.outsideNote}`}
        dataVersion={study.dataVersion}
      />
      {stack.length === 0 && (
        <div class="empty">
          <p>{texts.emptyStack(longDate(question.at))}</p>
          <p>{texts.emptyStackHint}</p>
        </div>
      )}
      {evidence.status === "failed" && <EvidenceFailure code={evidence.problem?.code ?? ""} />}
      {stack.length > 0 && (
        <>
          <StackFigures study={study} stack={stack} />
          <StackGroup
            presence="covers"
            heading={texts.coverGround}
            entries={stack}
            study={study}
            evidence={evidence}
          />
        </>
      )}
    </>
  );
}
