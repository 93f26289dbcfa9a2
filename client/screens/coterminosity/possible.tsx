/** Possible boundaries of a partnership for what is opened: asked for, as it looks through many. */
import { useState } from "preact/hooks";
import type { ChooserReply } from "../../../server/contract/chooser.ts";
import type { IsoDate } from "../../../server/core/units.ts";
import { count, percent } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { WhenLoaded } from "../../parts/when-loaded.tsx";
import { texts } from "../../texts/chooser.ts";

type Candidate = ChooserReply["candidates"][number];

interface PossibleProps {
  readonly initiative: { readonly id: string; readonly name: string };
  /** The area that is opened, where it is a place: everything recorded there can be asked about. */
  readonly place: { readonly code: string; readonly name: string } | undefined;
  readonly at: IsoDate;
}

export function Possible({ initiative, place, at }: PossibleProps) {
  const [of, setOf] = useState<"initiative" | "place">("initiative");
  const [asked, setAsked] = useState(false);
  const query = new URLSearchParams({
    at,
    ...(of === "place" && place ? { place: place.code } : { initiative: initiative.id }),
  });
  const reply = useReply<ChooserReply>(asked ? `/api/v1/chooser?${query}` : undefined);
  const choices = [
    { id: "initiative", word: texts.onlyThis },
    ...(place ? [{ id: "place", word: texts.allAt(place.name) }] : []),
  ] as const;
  return (
    <section class="fit-possible" aria-labelledby="possible-heading">
      <h3 id="possible-heading">{texts.heading}</h3>
      <p class="note">{texts.note}</p>
      {choices.length > 1 && (
        <fieldset class="filters">
          <legend class="unseen">{texts.legend}</legend>
          {choices.map(({ id, word }) => (
            <button
              key={id}
              type="button"
              class="chip"
              aria-pressed={of === id}
              onClick={() => setOf(id as "initiative" | "place")}
            >
              {word}
            </button>
          ))}
        </fieldset>
      )}
      {asked ? (
        <WhenLoaded of={reply} loading={texts.looking} lines={6}>
          {(found) => <Candidates reply={found} file={`${initiative.id}-${of}`} />}
        </WhenLoaded>
      ) : (
        <button type="button" class="button" onClick={() => setAsked(true)}>
          {texts.look}
        </button>
      )}
    </section>
  );
}

function Candidates({ reply, file }: { reply: ChooserReply; file: string }) {
  const { candidates, considered, initiatives, advice } = reply;
  const unknown = candidates[0]?.people_unknown ?? 0;
  return (
    <>
      <p>
        {texts.sentence(considered, initiatives.length)}{" "}
        {candidates.length < considered && texts.listed(candidates.length)}
      </p>
      <DataTable<Candidate>
        caption={texts.caption}
        file={`patchwork-possible-${file}`}
        columns={columnsOf(initiatives.length)}
        rows={candidates}
        keyOf={({ kind, label }) => `${kind} ${label}`}
        empty={texts.none}
      />
      {unknown > 0 && <p class="note">{texts.unknown(unknown)}</p>}
      <ul class="note">
        {advice.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

const columnsOf = (all: number): readonly Column<Candidate>[] => [
  {
    id: "rank",
    label: texts.rank,
    value: ({ rank }) => rank,
    cell: ({ rank }) => count(rank),
    number: true,
  },
  { id: "possible", label: texts.possible, value: ({ label }) => label, head: true },
  {
    id: "unsplit",
    label: texts.unsplit,
    title: texts.unsplitTitle,
    value: ({ unsplit }) => unsplit,
    cell: ({ unsplit }) => texts.ofAll(unsplit, all),
    number: true,
  },
  {
    id: "people_inside",
    label: texts.inside,
    title: texts.insideTitle,
    value: ({ people_inside: inside }) => inside ?? undefined,
    cell: ({ people_inside: inside }) => (inside === null ? texts.notKnown : percent(inside)),
    number: true,
  },
  {
    id: "matches",
    label: texts.matches,
    title: texts.matchesTitle,
    value: ({ matches }) => (matches.length === 0 ? texts.noMatch : matches.join("; ")),
    cell: ({ kind, matches }) =>
      matches.length === 0
        ? texts.noMatch
        : kind === "tier"
          ? texts.isOne(matches.length)
          : matches.join("; "),
  },
];
