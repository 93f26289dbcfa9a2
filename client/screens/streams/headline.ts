/** What the screen says in a sentence, and in the two after it. */
import { fullMoney, inWords, listing } from "../../format.ts";
import { texts } from "../../texts/streams.ts";
import type { StreamsView } from "./lines.ts";

/** Claims first: they are what a small project feels. Of a place, whose they are. */
export function headlineOf(view: StreamsView): string {
  const { streams, subject } = view;
  if (streams.length === 0) return texts.headNothing(subject.title);
  const said = claimsHeadline(view);
  return subject.kind === "place" ? texts.headPlace(subject.title, said) : said;
}

function claimsHeadline({ picture, streams, subject }: StreamsView): string {
  const { projects, claimsAYear, cycles, tests } = picture;
  if (subject.kind === "case" && tests.length > 0) return headTest(tests);
  const known = projects.filter((each) => each.claimsAYear !== null);
  if (
    subject.kind === "case" &&
    projects.length > 1 &&
    known.length > 0 &&
    known.length < projects.length
  ) {
    const [most] = [...known].sort((a, b) => b.claimsAYear!.value - a.claimsAYear!.value);
    const { value, complete } = most!.claimsAYear!;
    return texts.headProjects(value, complete, inWords(projects.length));
  }
  if (cycles.least === 0 && claimsAYear.complete) return texts.headYearless(claimsAYear.value);
  const named = claimsAYear.value > 0 || claimsAYear.complete;
  return named
    ? texts.headClaims(claimsAYear.value, claimsAYear.complete, cycles.least)
    : texts.headUnknown(streams.length, cycles.least);
}

/** A case that tells who spends the money is about whether they can. */
function headTest(tests: StreamsView["picture"]["tests"]): string {
  const worst = [...tests].sort((a, b) => b.most.amount - a.most.amount)[0]!;
  const bad = tests.find(({ verdict }) => verdict === "undeliverable");
  return bad
    ? texts.headUndeliverable(fullMoney(bad.most.amount), bad.most.month)
    : texts.headDeliverable(fullMoney(worst.most.amount));
}

export function leadOf({ picture, subject }: StreamsView): string {
  const { cycles, clashes, coinciding, window, load } = picture;
  const units = [...new Set(clashes.flatMap(({ a, b }) => [a.output.unit, b.output.unit]))];
  return [
    subject.kind === "case" && subject.place.name !== "" ? texts.leadPlace(subject.place.name) : "",
    cycles.least > 0 && (subject.kind === "case" || cycles.unspecified.length > 0)
      ? texts.leadCycles(
          cycles.least,
          cycles.unspecified.length,
          cycles.unspecified.length + cycles.notStated.length > 0,
        )
      : "",
    load.shared.length > 0 ? texts.leadShared(load.shared.length) : "",
    coinciding?.quartersCoincide && !coinciding.yearsCoincide ? texts.leadQuarters : "",
    window && window.months < 12 ? texts.leadWindow(window.months) : "",
    units.length === 2
      ? texts.leadUnits(listing(units))
      : units.length > 2
        ? texts.leadManyUnits(units.length)
        : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
