/** The stack on the date: each initiative with its dates, money, body and the document behind it. */
import { PRESENCES } from "../../../server/core/hotspots/stack.ts";
import { longDate } from "../../format.ts";
import { SectionHead } from "../../parts/section-head.tsx";
import { Empty } from "../../parts/when-loaded.tsx";
import { texts } from "../../texts/place.ts";
import { EvidenceFailure } from "../hotspots/stack-card.tsx";
import { StackGroup } from "../hotspots/stack-group.tsx";
import type { PlaceFacts } from "./place-facts.ts";

export function LiveSection({ facts }: { facts: PlaceFacts }) {
  const { index, stack, live, question, evidence } = facts;
  return (
    <>
      <SectionHead
        id="stack-heading"
        heading={texts.stackHeading(live.length, longDate(question.at))}
        note={texts.stackNote}
      />
      {evidence.status === "failed" && <EvidenceFailure code={evidence.problem?.code ?? ""} />}
      {stack.length === 0 && <Empty what={texts.nothingThen} hint={texts.nothingThenHint} />}
      {PRESENCES.map((presence) => {
        const entries = stack.filter((entry) => entry.presence === presence);
        return (
          entries.length > 0 && (
            <StackGroup
              key={presence}
              presence={presence}
              entries={entries}
              study={index.study}
              evidence={evidence}
            />
          )
        );
      })}
    </>
  );
}
