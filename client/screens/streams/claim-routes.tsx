/** The offices that each claim passes, first to last; an office that several pass is marked. */
import { texts } from "../../texts/streams.ts";
import type { StreamLine } from "./lines.ts";
import { nameOf, paysFor, shortName } from "./names.ts";

interface RoutesProps {
  readonly streams: readonly StreamLine[];
  readonly names: ReadonlyMap<string, string>;
}

export function ClaimRoutes({ streams, names }: RoutesProps) {
  const routed = streams.filter(({ route, routeWords }) => route.length > 0 || routeWords !== "");
  if (routed.length === 0) return <p class="note">{texts.noRoutes}</p>;
  const passes = new Map<string, number>();
  for (const { route } of routed)
    for (const office of new Set(route)) passes.set(office, (passes.get(office) ?? 0) + 1);
  return (
    <ul class="routes">
      {grouped(routed).map(({ route, words, streams: its }) => (
        <li key={its[0]!.id}>
          <RouteStreams streams={its} names={names} />
          {route.length > 0 ? (
            <ol class="route">
              {route.map((office) => (
                <li
                  key={office}
                  class={(passes.get(office) ?? 0) > 1 ? "office office-shared" : "office"}
                >
                  {office}
                </li>
              ))}
            </ol>
          ) : (
            <p>{words}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Whose way it is: several of one programme under its name once. */
function RouteStreams({ streams, names }: RoutesProps) {
  const [first] = streams;
  const programme = shortName(first!);
  if (streams.length === 1 || streams.some((stream) => shortName(stream) !== programme))
    return <b class="route-streams">{streams.map(({ id }) => nameOf(names, id)).join(", ")}</b>;
  return (
    <>
      <b class="route-streams">{texts.several(programme, streams.length)}</b>
      <small class="note pays">{streams.map(paysFor).join("; ")}</small>
    </>
  );
}

/** Streams whose claims go one way stand on one line. */
function grouped(streams: readonly StreamLine[]) {
  const ways = new Map<string, StreamLine[]>();
  for (const stream of streams) {
    const way = stream.route.length > 0 ? stream.route.join("\n") : stream.routeWords;
    ways.set(way, [...(ways.get(way) ?? []), stream]);
  }
  return [...ways.values()].map((its) => ({
    route: its[0]!.route,
    words: its[0]!.routeWords,
    streams: its,
  }));
}
