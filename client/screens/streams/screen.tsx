/** Funding streams: of a worked case, of a place, or what there is to choose from. */
import "./streams.css";
import type { FragmentationReply } from "../../../server/contract/fragmentation.ts";
import { useReply } from "../../parts/use-reply.ts";
import { WhenLoaded } from "../../parts/when-loaded.tsx";
import { WithStudy } from "../../parts/with-study.tsx";
import { DateBar } from "../../question/date-bar.tsx";
import { usePlaceYears } from "../../question/place-years.ts";
import type { ReadyStudy, State } from "../../state.ts";
import { texts } from "../../texts/streams.ts";
import { NO_FILTERS, type View } from "../../view.ts";
import { Overview } from "./overview.tsx";
import { Subject } from "./subject.tsx";

export function StreamsScreen({ state }: { state: State }) {
  const { view } = state;
  // A case goes before a place, which other screens carry along.
  if (view.params.case)
    return (
      <Opened
        path={pathOf([
          ["case", view.params.case],
          ["at", view.at],
        ])}
      />
    );
  return (
    <WithStudy state={state}>
      {(study) =>
        view.place ? (
          <OfPlace study={study} view={view} place={view.place} />
        ) : (
          <Overview study={study.index.study} at={view.at} />
        )
      }
    </WithStudy>
  );
}

const pathOf = (pairs: readonly (readonly [string, string])[]) =>
  `/api/v1/fragmentation?${new URLSearchParams(pairs.map(([name, value]) => [name, value]))}`;

function OfPlace(props: { study: ReadyStudy; view: View; place: string }) {
  const { study, view, place } = props;
  const { index } = study;
  const at = index.study.places.findIndex(({ code }) => code === place);
  // The screen has no filters: those chosen on others would hold unseen.
  const { quarters, peak } = usePlaceYears(index, at, { ...view, ...NO_FILTERS });
  const path = pathOf([
    ["place", place],
    ["at", view.at],
  ]);
  return <Opened path={path} date={<DateBar at={view.at} quarters={quarters} peak={peak} />} />;
}

function Opened(props: { path: string; date?: preact.ComponentChildren }) {
  const { path, date } = props;
  const reply = useReply<FragmentationReply>(path);
  if (reply.status === "ready") return <Subject reply={reply.value} path={path} date={date} />;
  return (
    <main id="main" class="plain streams">
      {date}
      <WhenLoaded of={reply} loading={texts.loading} lines={10}>
        {() => null}
      </WhenLoaded>
    </main>
  );
}
