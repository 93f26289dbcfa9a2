/** What an open entry adds from its own reply: the programme's aims and the initiative's partners. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { InitiativeReply } from "../../../server/contract/replies.ts";
import type { Confidence } from "../../../server/core/model.ts";
import { fetchInitiative, type Reply } from "../../api.ts";
import { ScreenLink } from "../../parts/screen-link.tsx";
import { texts } from "../../texts/hotspots.ts";
import { shared } from "../../texts/shared.ts";
import { SECTOR_WORDS } from "../../texts/words.ts";

/** Asks when it is first drawn, and again where a person tries again. */
export function EntryRecord({ id }: { id: string }) {
  const [tries, setTries] = useState(0);
  const [reply, setReply] = useState<Reply<InitiativeReply>>();
  useEffect(() => {
    const asking = new AbortController();
    setReply(undefined);
    void fetchInitiative(id, asking.signal).then((got) => {
      if (!asking.signal.aborted) setReply(got);
    });
    return () => asking.abort();
  }, [id, tries]);
  if (!reply) return <p>{texts.recordLoading}</p>;
  if (!reply.ok) {
    return (
      <p role="alert">
        {texts.recordFailed} <span class="code">{shared.codeWord(reply.problem.code)}</span>{" "}
        <button type="button" class="text-button" onClick={() => setTries(tries + 1)}>
          {shared.retry}
        </button>
      </p>
    );
  }
  return (
    <>
      <Recorded {...reply.value} />
      <p>
        <ScreenLink screen="checks" change={{ params: { thing: id } }}>
          {texts.versionsOf}
        </ScreenLink>
      </p>
    </>
  );
}

function Recorded({ aims, partners }: Pick<InitiativeReply, "aims" | "partners">) {
  return (
    <dl>
      <dt>{texts.aimsHead}</dt>
      {aims.length === 0 && <dd>{texts.aimsNone}</dd>}
      {aims.map(({ aim, weight, evidence }) => (
        <Known key={aim} confidence={evidence.confidence}>
          {aim}, <span class="record-part">{weight}</span>
        </Known>
      ))}
      <dt>{texts.partnersHead}</dt>
      {partners.length === 0 && <dd>{texts.partnersNone}</dd>}
      {partners.map(({ name, role, sector, evidence }) => (
        <Known key={`${name} ${role}`} confidence={evidence.confidence}>
          {name}, <span class="record-part">{texts.partnerPart(role, SECTOR_WORDS[sector])}</span>
        </Known>
      ))}
    </dl>
  );
}

interface KnownProps {
  readonly confidence: Confidence;
  readonly children: ComponentChildren;
}

function Known({ confidence, children }: KnownProps) {
  return (
    <dd class="record-row">
      <span>{children}</span>
      <span class={`confidence-${confidence}`}>{shared[confidence]}</span>
    </dd>
  );
}
