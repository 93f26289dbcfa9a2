/** The eleven kinds of core member and the four beside them: present, recorded as absent, or unknown. */
import type { PartnershipReply } from "../../../server/contract/partnership.ts";
import { percentRange } from "../../format.ts";
import { texts } from "../../texts/partners.ts";

type Kinds = PartnershipReply["core"];

export function CoreKinds({ partnership }: { partnership: PartnershipReply }) {
  const { core, wider } = partnership;
  return (
    <>
      <p>{texts.coreSentence(core.present, core.expected, percentRange(core.completeness))}</p>
      <KindList label={texts.coreKinds} kinds={core} />
      <KindList label={texts.widerKinds} kinds={wider} />
    </>
  );
}

function KindList({ label, kinds }: { label: string; kinds: Kinds }) {
  return (
    <ul class="kinds" aria-label={label}>
      {kinds.members.map(({ kind, attendance }) => (
        <li key={kind} class={`kind kind-${attendance}`}>
          <span aria-hidden="true">{texts.attendanceMark[attendance]}</span> {texts.kind[kind]}
          <small> {texts.attendance[attendance]}</small>
        </li>
      ))}
    </ul>
  );
}
