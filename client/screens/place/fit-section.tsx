/** Do the boundaries match: each live outline of the place against the layers of reference areas. */
import type { FitMatrixReply } from "../../../server/contract/fit-matrix.ts";
import { questionPairs } from "../../api.ts";
import { ratio } from "../../format.ts";
import { SectionHead } from "../../parts/section-head.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { Empty, WhenLoaded } from "../../parts/when-loaded.tsx";
import { programmeShort } from "../../programme-words.ts";
import { CLASS_WORDS } from "../../texts/coterminosity.ts";
import { texts } from "../../texts/place.ts";
import { CAUSE_WORDS, FIT_WORDS } from "../../texts/words.ts";
import type { PlaceFacts } from "./place-facts.ts";

type Body = FitMatrixReply["bodies"][number];
type Verdict = Body["cells"][number];

export function FitSection({ facts }: { facts: PlaceFacts }) {
  const query = new URLSearchParams(questionPairs(facts.question));
  const loaded = useReply<FitMatrixReply>(`/api/v1/fit?${query}`);
  return (
    <>
      <SectionHead id="fit-heading" heading={texts.fitHeading} note={texts.fitNote} />
      <WhenLoaded of={loaded} loading={texts.fitLoading} lines={6}>
        {(reply) => <Bodies reply={reply} facts={facts} />}
      </WhenLoaded>
    </>
  );
}

function Bodies({ reply, facts }: { reply: FitMatrixReply; facts: PlaceFacts }) {
  const { index, live } = facts;
  const outlined = live.filter(({ outline }) => outline !== undefined);
  const here = new Set(outlined.map(({ initiative }) => index.study.initiatives[initiative]!.id));
  const bodies = reply.bodies.filter(({ initiative }) => here.has(initiative));
  const titles = new Map(reply.tiers.map(({ id, title }) => [id, title]));
  if (bodies.length === 0) return <Empty what={texts.fitNone} />;
  return (
    <>
      <ul class="fits">
        {bodies.map((body) => (
          <li key={body.initiative}>
            <p>
              <b>{programmeShort({ code: body.programme, name: body.programmeName })}</b>{" "}
              <span>{body.name}</span>
            </p>
            {body.cells.map((verdict) => (
              <VerdictLine
                key={verdict.layer}
                verdict={verdict}
                layer={titles.get(verdict.layer) ?? verdict.layer}
              />
            ))}
          </li>
        ))}
      </ul>
      {live.length > outlined.length && (
        <p class="note">{texts.fitUntested(live.length - outlined.length)}</p>
      )}
    </>
  );
}

function VerdictLine({ verdict, layer }: { verdict: Verdict; layer: string }) {
  const { class: named, reference, jaccard, cause, reason, whole } = verdict;
  if (named === null) return <p class="note">{reason ?? texts.fitNoVerdict}</p>;
  return (
    <div class="verdict-line">
      <span class={`verdict verdict-${named}`}>
        <span aria-hidden="true">{CLASS_WORDS[named].mark} </span>
        {FIT_WORDS[named](whole)}
      </span>{" "}
      <b>{reference?.name}</b> {jaccard !== null && <span>{texts.jaccard(ratio(jaccard))}</span>}{" "}
      <span class="note">{layer}</span>
      {cause && <p class="note">{texts.likelyCause(CAUSE_WORDS[cause])}</p>}
    </div>
  );
}
