/** A financial year's money in every place: what figures of money and of burden share. */

import { financialYearOf, yearLabelOf } from "../../core/funding/financial-year.ts";
import type { Stream } from "../../core/funding/model.ts";
import { entriesFor, moneyQuestion } from "../../core/funding/money-question.ts";
import { placeStream } from "../../core/funding/placing.ts";
import { streamPasses } from "../../core/funding/select-streams.ts";
import { withoutFigure } from "../../core/funding/unknown-money.ts";
import type { Question } from "../../core/hotspots/question.ts";
import { type IsoDate, isoDate, type Pence, pence } from "../../core/units.ts";
import type { FigureSources } from "./sources.ts";

export interface MoneyHere {
  readonly amount: Pence;
  /** Streams of which a part lies here. */
  readonly streams: ReadonlySet<Stream>;
}

export interface YearHere {
  /** The year in which it begins, and as people write it. */
  readonly year: number;
  readonly label: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Place -> money; one of which no figure is held is absent. */
  readonly money: ReadonlyMap<number, MoneyHere>;
  /** Place -> streams that were alive there in the year and have no figure for it. */
  readonly unknown: ReadonlyMap<number, number>;
}

/** The financial year of the question's date, under its filters. */
export function yearHere(sources: FigureSources, question: Question): YearHere {
  const { ledger, streams, programmeOf } = sources.funding();
  const year = financialYearOf(question.at);
  const asked = moneyQuestion(question, "area", { from: year, to: year });
  const left = new Set(entriesFor(programmeOf, asked, ledger.entries));
  const money = new Map<number, { amount: Pence; streams: Set<Stream> }>();
  for (const { entry, parts } of sources.placed()) {
    if (!left.has(entry)) continue;
    for (const { place, amount } of parts) {
      const sum = money.get(place) ?? { amount: pence(0), streams: new Set<Stream>() };
      money.set(place, sum);
      sum.amount = pence(sum.amount + amount);
      sum.streams.add(entry.stream);
    }
  }
  const [from, to] = [isoDate(`${year}-04-01`)!, isoDate(`${year + 1}-04-01`)!];
  const unknown = new Map<number, number>();
  for (const stream of withoutFigure(streams, ledger.entries, year)) {
    if (!streamPasses(programmeOf, asked, stream)) continue;
    for (const place of placesOf(sources, stream, from, to))
      unknown.set(place, (unknown.get(place) ?? 0) + 1);
  }
  return { year, label: yearLabelOf(year), from, to, money, unknown };
}

/** Places in which a stream's money lies in a span, each once. */
export function placesOf(
  sources: FigureSources,
  stream: Stream,
  start: IsoDate,
  end: IsoDate,
): number[] {
  const { placing } = sources.funding();
  const { portions } = placeStream({ ...placing, people: [] }, stream, { start, end }, "equal");
  return [...new Set(portions.map(({ place }) => place))];
}
