/** Where no case and no place is chosen: what can be opened, and programmes that may do the same work. */
import type { CasesReply } from "../../../server/contract/money.ts";
import type { Study } from "../../../server/core/model.ts";
import type { IsoDate } from "../../../server/core/units.ts";
import { ScreenHead } from "../../parts/screen-head.tsx";
import { ScreenLink } from "../../parts/screen-link.tsx";
import { SectionHead } from "../../parts/section-head.tsx";
import { useReply } from "../../parts/use-reply.ts";
import { useTitle } from "../../parts/use-title.ts";
import { Empty, WhenLoaded } from "../../parts/when-loaded.tsx";
import { useActions } from "../../shell/context.tsx";
import { texts } from "../../texts/streams.ts";
import { DuplicationTable } from "./duplication-table.tsx";
import { Volume } from "./volume.tsx";

export function Overview({ study, at }: { study: Study; at: IsoDate }) {
  useTitle(texts.allStreams);
  const cases = useReply<CasesReply>("/api/v1/cases");
  return (
    <main id="main" class="plain streams">
      <ScreenHead heading={texts.overviewHead} lead={texts.overviewLead} />
      <div class="streams-grid in-turn">
        <section aria-labelledby="cases-heading">
          <SectionHead id="cases-heading" heading={texts.casesHead} note={texts.casesNote} />
          <WhenLoaded of={cases} loading={texts.casesLoading}>
            {({ cases: rows }) => <Cases rows={rows} />}
          </WhenLoaded>
        </section>
        <section aria-labelledby="places-heading">
          <SectionHead id="places-heading" heading={texts.placesHead} note={texts.placesNote} />
          <PlaceChoice study={study} />
        </section>
        <section class="wide" aria-labelledby="volume-heading">
          <SectionHead id="volume-heading" heading={texts.volumeHead} />
          <Volume at={at} />
        </section>
        <section class="wide" aria-labelledby="duplication-heading">
          <SectionHead
            id="duplication-heading"
            heading={texts.duplicationHead}
            note={texts.duplicationNote}
          />
          <DuplicationTable at={at} place={undefined} />
        </section>
      </div>
    </main>
  );
}

function Cases({ rows }: { rows: CasesReply["cases"] }) {
  if (rows.length === 0) return <Empty what={texts.noCases} hint={texts.noCasesHint} />;
  return (
    <ul class="cases">
      {rows.map(({ id, title, placeName, watermark }) => (
        <li key={id}>
          <ScreenLink screen="streams" change={{ params: { case: id }, place: undefined }}>
            {title}
          </ScreenLink>
          {placeName !== "" && <p class="note">{placeName}</p>}
          {watermark && <p class="watermark">{watermark}</p>}
        </li>
      ))}
    </ul>
  );
}

function PlaceChoice({ study }: { study: Study }) {
  const { goTo } = useActions();
  const places = study.places
    .filter(({ country }) => country === "England")
    .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
  return (
    <label class="choice">
      {texts.choosePlace}{" "}
      <select
        value=""
        onChange={(event) => goTo("streams", { place: event.currentTarget.value, params: {} })}
      >
        <option value="" disabled>
          {texts.noneChosen}
        </option>
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
