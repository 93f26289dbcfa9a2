/** One cell opened: the map of gap and overspill, ground and people, the cause, what would have to move. */
import type { FitMatrixReply, FitOpenedReply } from "../../../server/contract/fit-matrix.ts";
import type { IsoDate } from "../../../server/core/units.ts";
import { boxOf, pieceName } from "../../fit-piece.ts";
import { area, count, ratio } from "../../format.ts";
import { useReply } from "../../parts/use-reply.ts";
import { WhenLoaded } from "../../parts/when-loaded.tsx";
import { useActions } from "../../shell/context.tsx";
import { texts } from "../../texts/coterminosity.ts";
import { CARD_HEADING, cellId, focusSoon } from "./focus.ts";
import type { Body } from "./matrix-rows.ts";
import { Move } from "./move.tsx";
import { Others } from "./others.tsx";
import { Pieces } from "./pieces.tsx";
import { Possible } from "./possible.tsx";
import { VerdictBadge } from "./verdict-badge.tsx";
import { Why } from "./why.tsx";

interface OpenedProps {
  readonly body: Body;
  readonly tier: FitMatrixReply["tiers"][number];
  readonly reference: string | undefined;
  /** Id of the piece that the map shows; absent shows the whole. */
  readonly piece: string | undefined;
  readonly at: IsoDate;
  /** Whether the tier is the layer of places, whose areas have pages. */
  readonly isPlaces: boolean;
}

export function Opened({ body, tier, reference, piece, at, isPlaces }: OpenedProps) {
  const { setParams } = useActions();
  const cell = body.cells.find(({ layer }) => layer === tier.id)!;
  const code = reference ?? cell.reference?.code;
  const path = `/api/v1/fit/${encodeURIComponent(body.initiative)}/${encodeURIComponent(tier.id)}`;
  const opened = useReply<FitOpenedReply>(
    code === undefined ? undefined : `${path}?at=${at}&reference=${encodeURIComponent(code)}`,
  );
  const name =
    opened.status === "ready" ? opened.value.reference.name : (cell.reference?.name ?? tier.title);
  const close = () => {
    setParams({ body: undefined, tier: undefined, ref: undefined, piece: undefined });
    focusSoon(cellId(body.initiative, tier.id));
  };
  const shown =
    opened.status === "ready"
      ? opened.value.fragments.features.find(({ id }) => id === piece)
      : undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the card from anywhere in it
    <div onKeyDown={onKeyDown}>
      <header class="fit-card-head">
        <p class="note">{tier.title}</p>
        <h2 id={CARD_HEADING} tabIndex={-1}>
          {texts.against(body.name, name)}
        </h2>
        <button type="button" class="text-button" onClick={close}>
          {texts.close}
        </button>
      </header>
      {code !== undefined && (
        <figure class="fit-map">
          <img
            src={`${path}/${encodeURIComponent(code)}.svg?at=${at}${shown ? `&box=${boxOf(shown).join()}` : ""}`}
            width={420}
            height={300}
            alt={texts.mapAlt(body.name, name)}
          />
          <figcaption>
            <span class="key-gap">{texts.gap}</span> {texts.gapNote(name, body.name)}
            <br />
            <span class="key-overspill">{texts.overspill}</span>{" "}
            {texts.overspillNote(body.name, name)}
            <br />
            <span class="key-both">{texts.both}</span>
            {shown && (
              <>
                <br />
                <output>{texts.pieceShown(pieceName(shown))}</output>{" "}
                <button
                  type="button"
                  class="text-button"
                  onClick={() => setParams({ piece: undefined })}
                >
                  {texts.wholeAgain}
                </button>
              </>
            )}
          </figcaption>
        </figure>
      )}
      <WhenLoaded of={opened} loading={texts.opening} lines={10}>
        {(reply) => (
          <>
            <Measures reply={reply} />
            <Why reply={reply} />
            <Pieces reply={reply} chosen={shown?.id} />
            <Move reply={reply} />
            <Possible
              initiative={reply.initiative}
              place={isPlaces ? reply.reference : undefined}
              at={at}
            />
            <Others reply={reply} />
            <p>
              <a href={`${path}?at=${at}&reference=${encodeURIComponent(reply.reference.code)}`}>
                {texts.takeJson}
              </a>
            </p>
          </>
        )}
      </WhenLoaded>
    </div>
  );
}

/** Why people of a gap or an overspill are not known, where people are loaded at all. */
function UnknownPeople({ gap, overspill }: Pick<FitOpenedReply, "gap" | "overspill">) {
  const told = [
    { word: texts.gapRow, why: gap.people_reason },
    { word: texts.overspillRow, why: overspill.people_reason },
  ].filter(({ why }) => why !== null);
  return told.map(({ word, why }) => (
    <p key={word} class="note">
      {word}: {why}
    </p>
  ));
}

/** Where Jaccard by ground and by people differ by this much, both are to be read. */
const DIFFER = 0.1;

function Measures({ reply }: { reply: FitOpenedReply }) {
  const { pair, gap, overspill, people } = reply;
  const byPeople = pair.weighted;
  const peopleText = (value: number | null | undefined) =>
    value === null || value === undefined ? texts.notKnown : count(Math.round(value));
  const rows = [
    { word: texts.shared, ground: area(pair.intersection_m2), people: byPeople?.intersection },
    { word: texts.gapRow, mark: "key-gap", ground: area(gap.area_m2), people: gap.people },
    {
      word: texts.overspillRow,
      mark: "key-overspill",
      ground: area(overspill.area_m2),
      people: overspill.people,
    },
  ];
  const jaccards = [pair.jaccard, byPeople?.jaccard ?? null] as const;
  const differ =
    jaccards[0] !== null && jaccards[1] !== null && Math.abs(jaccards[0] - jaccards[1]) > DIFFER;
  return (
    <section aria-label={texts.measures}>
      <p>
        <VerdictBadge of={pair.class} /> {reply.class_reason}
      </p>
      <table class="data">
        <caption class="unseen">{texts.measures}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" class="number">
              {texts.ground}
            </th>
            <th scope="col" class="number">
              {texts.people}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ word, mark, ground, people: living }) => (
            <tr key={word}>
              <th scope="row">
                {mark && <span class={mark} aria-hidden="true" />} {word}
              </th>
              <td class="number">{ground}</td>
              <td class="number">{peopleText(living)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{texts.jaccard}</th>
            {jaccards.map((value, i) => (
              <td key={i === 0 ? "ground" : "people"} class="number">
                <b>{value === null ? texts.notKnown : ratio(value)}</b>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {differ && <p class="fit-both">{texts.readBoth}</p>}
      <p class="note">
        {people.title && people.vintage
          ? texts.peopleFrom(people.title, people.vintage, people.rule)
          : people.rule}
      </p>
      {people.set && <UnknownPeople gap={gap} overspill={overspill} />}
    </section>
  );
}
