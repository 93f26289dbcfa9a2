/** Who takes part in what is live here: organisations, their sector, and the boards they sit on. */
import type { PartnersReply } from "../../../server/contract/partners.ts";
import { questionPairs } from "../../api.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { WhenLoaded } from "../../parts/when-loaded.tsx";
import { texts } from "../../texts/partners.ts";
import { SECTOR_WORDS } from "../../texts/words.ts";
import type { PlaceFacts } from "./place-facts.ts";
import { FIRST_ROWS } from "./section.ts";

type Membership = PartnersReply["memberships"][number];

export interface Partner {
  readonly organisation: string;
  readonly sectors: readonly string[];
  readonly roles: readonly string[];
  /** Undefined where it is on record, but not whether it takes part. */
  readonly initiatives: number | undefined;
  /** Undefined where no seat is recorded: it may sit on boards that nobody wrote down. */
  readonly boards: number | undefined;
}

/**
 * A row an organisation, those in the most initiatives first. One that is recorded as not taking part
 * stands with 0.
 *
 * @param live ids of the initiatives whose partners are asked for
 */
export function partnersOf(
  { memberships, seats }: Pick<PartnersReply, "memberships" | "seats">,
  live: ReadonlySet<string>,
): Partner[] {
  const here = memberships.filter(({ of }) => live.has(of));
  const names = [...new Set([...here, ...seats].map(({ organisation }) => organisation))];
  const partners = names.map((organisation): Partner => {
    const own = (rows: readonly Membership[]) =>
      rows.filter((row) => row.organisation === organisation);
    const [parts, sits] = [own(here), own(seats)];
    return {
      organisation,
      sectors: distinct([...parts, ...sits].map(({ sector }) => SECTOR_WORDS[sector])),
      roles: distinct([...parts, ...sits].map(({ role }) => role)),
      initiatives: countOf(parts),
      boards: countOf(sits),
    };
  });
  return partners.sort(
    (a, b) =>
      (b.initiatives ?? -1) - (a.initiatives ?? -1) ||
      (b.boards ?? -1) - (a.boards ?? -1) ||
      a.organisation.localeCompare(b.organisation, "en-GB"),
  );
}

const distinct = (words: readonly string[]) => [...new Set(words.filter(Boolean))];

/** In how many it takes part; undefined where nothing, or nothing certain, is recorded. */
function countOf(rows: readonly Membership[]): number | undefined {
  const present = new Set(
    rows.filter(({ attendance }) => attendance === "present").map(({ of }) => of),
  ).size;
  const certain = rows.length > 0 && rows.every(({ attendance }) => attendance !== "unknown");
  return present > 0 || certain ? present : undefined;
}

export function PartnersSection({ facts }: { facts: PlaceFacts }) {
  const { index, live, place, question } = facts;
  const query = new URLSearchParams([["place", place.code], ...questionPairs(question)]);
  const loaded = useReply<PartnersReply>(`/api/v1/partners?${query}`);
  const ids = new Set(live.map(({ initiative }) => index.study.initiatives[initiative]!.id));
  return (
    <>
      <SectionHead id="partners-heading" heading={texts.hereHead} note={texts.hereNote} />
      <WhenLoaded of={loaded} loading={texts.hereLoading} lines={5}>
        {(reply) => {
          const partners = partnersOf(reply, ids);
          const without = [...ids].filter((id) => !reply.memberships.some(({ of }) => of === id));
          return (
            <>
              <p>{texts.hereSentence(partners.length, reply.boards.length)}</p>
              {without.length > 0 && <p class="note">{texts.hereUnknown(without.length)}</p>}
              {partners.length > 0 && (
                <DataTable
                  caption={texts.hereCaption(place.name)}
                  columns={COLUMNS}
                  rows={partners}
                  keyOf={({ organisation }) => organisation}
                  empty={texts.noPartners}
                  file={`patchwork-${place.code}-partners`}
                  first={FIRST_ROWS}
                />
              )}
            </>
          );
        }}
      </WhenLoaded>
    </>
  );
}

const COLUMNS: readonly Column<Partner>[] = [
  {
    id: "organisation",
    label: texts.organisation,
    value: ({ organisation }) => organisation,
    head: true,
  },
  {
    id: "sector",
    label: texts.sector,
    value: ({ sectors }) => sectors.join("; ") || undefined,
  },
  { id: "role", label: texts.role, value: ({ roles }) => roles.join("; ") || undefined },
  {
    id: "initiatives",
    label: texts.takesPartIn,
    title: texts.takesPartTitle,
    value: ({ initiatives }) => initiatives,
    number: true,
  },
  {
    id: "boards",
    label: texts.boards,
    title: texts.boardsTitle,
    value: ({ boards }) => boards,
    number: true,
  },
];
