/** Every repair that was proposed: its change of area, whether it was accepted, before and after. */
import { useState } from "preact/hooks";
import type { CheckReply } from "../../../server/contract/check-report.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { texts } from "../../texts/checks.ts";

type Proposal = CheckReply["report"]["proposals"][number];
type Larger = CheckReply["report"]["repair"]["larger"][number];

/** Repairs shown at first, and how many more each time they are asked for. */
const FIRST_ROWS = 20;
const MORE_ROWS = 500;

export function Proposals({ reply }: { reply: CheckReply }) {
  const { report, accepted, drawings, id } = reply;
  const [most, setMost] = useState(FIRST_ROWS);
  const [open, setOpen] = useState<Proposal>();
  const { proposals, repair } = report;
  if (proposals.length === 0) return null;
  const shown = proposals.slice(0, most);
  const rest = proposals.length - shown.length;
  const columns = columnsFor({
    accepted: new Set(accepted),
    drawn: new Set(drawings),
    open,
    toggle: (proposal) => setOpen(open === proposal ? undefined : proposal),
  });
  return (
    <section aria-labelledby="proposals-heading">
      <SectionHead
        id="proposals-heading"
        heading={texts.proposals(proposals.length)}
        note={texts.proposalsNote(accepted.length, proposals.length)}
      />
      <AcceptMore left={proposals.filter((one) => !accepted.includes(one.id))} />
      <p>
        {texts.together(
          repair.features,
          repair.before_m2,
          repair.after_m2,
          repair.area_change_m2,
          repair.share,
        )}
      </p>
      <LargerChanges larger={repair.larger} />
      <h3>{texts.proposalsHead}</h3>
      <DataTable
        caption={texts.proposalsCaption}
        columns={columns}
        rows={shown}
        keyOf={(proposal) => proposal.id}
        empty={texts.noProblems}
        {...(rest === 0 ? { file: "patchwork-repairs" } : {})}
        rowClass={(proposal) => (proposal === open ? "row-current" : "")}
      />
      {rest > 0 && (
        <button type="button" class="button" onClick={() => setMost(most + MORE_ROWS)}>
          {texts.seeMore(Math.min(rest, MORE_ROWS), rest)}
        </button>
      )}
      {open && <Picture key={open.id} check={id} proposal={open} />}
    </section>
  );
}

/** Repairs named one by one; more of them than a person reads are all of them. */
const MOST_NAMED = 12;

function AcceptMore({ left }: { left: readonly Proposal[] }) {
  if (left.length === 0) return null;
  const ids = left.map(({ id }) => id).join(",");
  const flag = left.length > MOST_NAMED ? "--accept-repairs" : `--accept ${ids}`;
  return (
    <p>
      {texts.acceptMore} <code>{flag}</code>{" "}
      <CopyButton label={texts.copyCommand} of={flag} text={() => flag} />
    </p>
  );
}

function Picture({ check, proposal }: { check: number; proposal: Proposal }) {
  const [failed, setFailed] = useState(false);
  const { id, title } = proposal;
  const drawn = `/api/v1/checks/${check}/repairs/${encodeURIComponent(id)}.svg`;
  const words = texts.pictureOf(nameOf(proposal), title);
  return (
    <figure class="checks-picture" id="repair-picture">
      <figcaption aria-live="polite">{failed ? texts.pictureFailed : words}</figcaption>
      {!failed && (
        <picture>
          <source media="(max-width: 719px)" srcset={`${drawn}?columns=1`} />
          <img
            src={drawn}
            alt={words}
            onLoad={({ currentTarget }) => currentTarget.scrollIntoView({ block: "nearest" })}
            onError={() => setFailed(true)}
          />
        </picture>
      )}
    </figure>
  );
}

function LargerChanges({ larger }: { larger: readonly Larger[] }) {
  if (larger.length === 0) return <p>{texts.largerNone}</p>;
  return (
    <>
      <h3>{texts.larger(larger.length)}</h3>
      <DataTable
        caption={texts.largerCaption}
        columns={LARGER_COLUMNS}
        rows={larger}
        keyOf={({ feature }) => String(feature)}
        empty={texts.largerNone}
        file="patchwork-larger-changes"
      />
    </>
  );
}

const LARGER_COLUMNS: readonly Column<Larger>[] = [
  { id: "feature", label: texts.feature, number: true, value: ({ feature }) => feature },
  { id: "id", label: texts.id, head: true, value: ({ id }) => id },
  { id: "name", label: texts.name, value: ({ name }) => name || undefined },
  {
    id: "area_change_m2",
    label: texts.change,
    number: true,
    value: ({ area_change_m2 }) => area_change_m2,
    cell: ({ area_change_m2 }) => squareMetres(area_change_m2),
  },
  {
    id: "share",
    label: texts.share,
    number: true,
    value: ({ share }) => share,
    cell: ({ share }) => texts.shareOf(share),
  },
  { id: "cause", label: texts.cause, value: ({ cause }) => cause },
];

interface Showing {
  readonly accepted: ReadonlySet<string>;
  /** Features whose outline is kept. */
  readonly drawn: ReadonlySet<number>;
  readonly open: Proposal | undefined;
  readonly toggle: (proposal: Proposal) => void;
}

const columnsFor = ({ accepted, drawn, open, toggle }: Showing): readonly Column<Proposal>[] => [
  { id: "feature", label: texts.feature, number: true, value: ({ feature }) => feature },
  { id: "name", label: texts.name, head: true, value: nameOf },
  { id: "repair", label: texts.proposal, value: ({ title }) => title },
  {
    id: "area_change_m2",
    label: texts.change,
    number: true,
    value: ({ area_change_m2 }) => area_change_m2,
    cell: ({ area_change_m2 }) => squareMetres(area_change_m2),
  },
  {
    id: "before_m2",
    label: texts.before,
    number: true,
    value: ({ before_m2 }) => before_m2,
    cell: ({ before_m2 }) => squareMetres(before_m2),
  },
  {
    id: "after_m2",
    label: texts.after,
    number: true,
    value: ({ after_m2 }) => after_m2,
    cell: ({ after_m2 }) => squareMetres(after_m2),
  },
  {
    id: "accepted",
    label: texts.accepted,
    value: ({ id }) => (accepted.has(id) ? texts.yes : texts.no),
  },
  {
    id: "picture",
    label: texts.picture,
    value: ({ feature }) => (drawn.has(feature) ? texts.show : texts.noPicture),
    cell: (proposal) =>
      drawn.has(proposal.feature) ? (
        <button
          type="button"
          class="text-button"
          aria-expanded={proposal === open}
          aria-controls="repair-picture"
          onClick={() => toggle(proposal)}
        >
          {proposal === open ? texts.hide : texts.show}
          <span class="unseen"> {texts.showing(`${nameOf(proposal)}, ${proposal.title}`)}</span>
        </button>
      ) : (
        texts.noPicture
      ),
  },
];

const nameOf = ({ name, feature_id }: Proposal) => name || feature_id;

const squareMetres = (m2: number) =>
  m2.toLocaleString("en-GB", { maximumFractionDigits: 1 }).replace("-", "−");
