/** Pairs under different owners that may do the same work: a tuple a row, sorted as a person asks. */
import type { DuplicationReply } from "../../../server/contract/duplication.ts";
import { percent } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { WhenLoaded } from "../../parts/when-loaded.tsx";
import { texts } from "../../texts/streams.ts";

type Pair = DuplicationReply["pairs"][number];

/** The list is long where little is alike: so many pairs are shown at once. */
const FIRST_ROWS = 25;

export function DuplicationTable({ at, place }: { at: string; place: string | undefined }) {
  const where = place === undefined ? "" : `&place=${encodeURIComponent(place)}`;
  const by = place === undefined ? "aims,differentOwner,months" : "ground,aims,differentOwner";
  const path = `/api/v1/duplication?at=${at}&by=${by}${where}`;
  const reply = useReply<DuplicationReply>(path);
  return (
    <WhenLoaded of={reply} loading={texts.pairsLoading} lines={8}>
      {({ pairs: all }) => {
        const pairs = all.filter(({ differentOwner }) => differentOwner !== false);
        return (
          <>
            <DataTable
              caption={texts.pairsTable}
              columns={place === undefined ? COLUMNS.filter(({ id }) => id !== "ground") : COLUMNS}
              rows={pairs}
              first={FIRST_ROWS}
              keyOf={({ a, b }) => `${a.id} ${b.id}`}
              empty={texts.noPairs}
              file="patchwork-duplication"
            />
            <p class="note">
              {texts.pairsCount(pairs.length)} {reasonsOf(pairs)}{" "}
              <a href={path} download="patchwork-duplication.json">
                {texts.takeAllPairs(all.length)}
              </a>
            </p>
          </>
        );
      }}
    </WhenLoaded>
  );
}

/** Why ground is not known, each reason once. */
const reasonsOf = (pairs: readonly Pair[]) =>
  [...new Set(pairs.flatMap(({ groundReason }) => groundReason ?? []))].join(" ");

const yesNo = (value: boolean | null) =>
  value === null ? texts.notRecorded : value ? texts.yes : texts.no;

const COLUMNS: Column<Pair>[] = [
  { id: "a", label: texts.first, value: ({ a }) => a.name, head: true },
  { id: "b", label: texts.second, value: ({ b }) => b.name },
  {
    id: "ground",
    label: texts.sharedGround,
    value: ({ ground }) => ground ?? undefined,
    cell: ({ ground }) => (ground === null ? texts.notKnown : percent(ground)),
    number: true,
  },
  {
    id: "aims",
    label: texts.aimsAlike,
    title: texts.aimsRule,
    value: ({ aims }) => aims?.jaccard,
    cell: ({ aims }) => (aims ? aims.jaccard.toFixed(3) : texts.notRecorded),
    number: true,
  },
  {
    id: "shared_aims",
    label: texts.sharedAims,
    value: ({ aims }) => aims?.shared.join(", "),
    long: true,
  },
  {
    id: "months",
    label: texts.monthsTogether,
    value: ({ months }) => months ?? undefined,
    cell: ({ months }) => (months === null ? texts.notRecorded : Math.round(months)),
    number: true,
  },
  {
    id: "same_category",
    label: texts.sameCategory,
    value: ({ sameCategory }) => yesNo(sameCategory),
  },
  {
    id: "different_owner",
    label: texts.differentOwner,
    value: ({ differentOwner }) => yesNo(differentOwner),
    long: true,
    cell: ({ a, b, differentOwner }) => (
      <>
        {yesNo(differentOwner)}
        {differentOwner && <small class="note"> {texts.owners(a.owner, b.owner)}</small>}
      </>
    ),
  },
];
