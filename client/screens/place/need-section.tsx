/** Need in the place: how many people live in its most deprived small areas, and what reaches them. */
import type { PlaceNeedReply } from "../../../server/contract/need.ts";
import type { SettingsReply } from "../../../server/contract/replies.ts";
import { sumOf } from "../../../server/core/need/by-reach.ts";
import { questionPairs } from "../../api.ts";
import { count, percent } from "../../format.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Figure } from "../../parts/figure.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { Empty, WhenLoaded } from "../../parts/when-loaded.tsx";
import { texts } from "../../texts/need.ts";
import { shared } from "../../texts/shared.ts";
import type { PlaceFacts } from "./place-facts.ts";
import { FIRST_ROWS } from "./section.ts";

type SmallArea = PlaceNeedReply["small_areas"][number];

export function NeedSection({ facts }: { facts: PlaceFacts }) {
  const settings = useReply<SettingsReply>("/api/v1/settings");
  return (
    <>
      <SectionHead id="need-heading" heading={texts.heading} note={texts.note} />
      <WhenLoaded of={settings} loading={texts.loading} lines={5}>
        {({ smallAreas }) =>
          smallAreas ? (
            <PlaceNeed facts={facts} />
          ) : (
            <Empty what={texts.notLoaded} hint={texts.notLoadedHint} />
          )
        }
      </WhenLoaded>
    </>
  );
}

function PlaceNeed({ facts: { place, question } }: { facts: PlaceFacts }) {
  const query = new URLSearchParams(questionPairs(question));
  const loaded = useReply<PlaceNeedReply>(
    `/api/v1/places/${encodeURIComponent(place.code)}/need?${query}`,
  );
  // A place of Wales or Scotland has none: that is an answer, not a failure.
  if (loaded.status === "failed" && loaded.problem.code === "input/unknown-place")
    return <Empty what={texts.noneHere(place.name)} />;
  return (
    <WhenLoaded of={loaded} loading={texts.loading} lines={5}>
      {(reply) => <Need reply={reply} />}
    </WhenLoaded>
  );
}

/** The section in one sentence; people are rounded, being split by ground. */
export function needSentence({ counts, small_areas: areas }: PlaceNeedReply): string {
  const { none } = counts.people;
  if (!areas.some(({ in_need }) => in_need)) return texts.noneInNeed(areas.length);
  const people = sumOf(counts.people);
  if (people === 0) return texts.peopleUnknown;
  return texts.sentence(
    Math.round(people),
    Math.round(none),
    percent(counts.none_share ?? undefined),
  );
}

function Need({ reply }: { reply: PlaceNeedReply }) {
  const { place, counts, small_areas: areas, caveats, layer, people, score } = reply;
  const inNeed = areas.filter(({ in_need }) => in_need);
  return (
    <>
      <p>{needSentence(reply)}</p>
      {inNeed.length > 0 && (
        <>
          <div class="figure-row">
            <Figure
              value={texts.ofAreas(inNeed.length, areas.length)}
              unit={texts.areas}
              rule={texts.areasRule}
              grade={texts.areasGrade(counts.areas_carried)}
            />
            <Figure
              value={count(Math.round(sumOf(counts.people)))}
              unit={texts.people}
              rule={texts.peopleRule}
              grade={texts.areasUnknown(counts.areas_without_people)}
            />
            <Figure
              value={percent(counts.none_share ?? undefined)}
              unit={texts.none}
              rule={texts.noneRule}
            />
          </div>
          <DataTable
            caption={texts.caption(place.name)}
            columns={columnsOf(people.vintage)}
            rows={inNeed}
            keyOf={({ code }) => code}
            empty={texts.noneInNeed(areas.length)}
            file={`patchwork-${place.code}-need`}
            first={FIRST_ROWS}
          />
        </>
      )}
      <details>
        <summary>{texts.caveats}</summary>
        <ul>
          {caveats.map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
        <p class="note">{texts.from(layer.title, people.title, score.title)}</p>
      </details>
    </>
  );
}

const columnsOf = (vintage: string): readonly Column<SmallArea>[] => [
  { id: "name", label: texts.area, value: ({ name }) => name, head: true },
  { id: "code", label: texts.code, value: ({ code }) => code },
  {
    id: "rank",
    label: texts.rank,
    title: texts.rankTitle,
    value: ({ rank }) => rank ?? undefined,
    cell: ({ rank }) => (rank === null ? shared.unknown : count(rank)),
    number: true,
  },
  {
    id: "people",
    label: texts.peopleColumn,
    title: texts.peopleOf(vintage),
    value: ({ people }) => people ?? undefined,
    cell: ({ people }) => (people === null ? shared.unknown : count(people)),
    number: true,
  },
  {
    id: "reach",
    label: texts.reach,
    title: texts.reachTitle,
    value: ({ reach }) => texts.reached[reach],
  },
  {
    id: "covered",
    label: texts.covered,
    value: ({ covered }) => covered,
    cell: ({ covered }) => percent(covered),
    number: true,
  },
];
