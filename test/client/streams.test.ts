import { describe, expect, test } from "vitest";
import { fullMoney, numberRange, percentRange, signedMoney } from "../../client/format.ts";
import { csvText } from "../../client/parts/csv.ts";
import { flowGraph, flowRows, moneyOn } from "../../client/screens/streams/flow-facts.ts";
import { headlineOf, leadOf } from "../../client/screens/streams/headline.ts";
import { type StreamsView, viewOf } from "../../client/screens/streams/lines.ts";
import { FLOW_COLUMNS } from "../../client/screens/streams/money-flow.tsx";
import { nameIn, namesOf } from "../../client/screens/streams/names.ts";
import { ringsOfStreams } from "../../client/screens/streams/rings.ts";
import { paidWords, yearWords } from "../../client/stream-words.ts";
import { toPictureReply } from "../../server/contract/fragmentation.ts";
import { toStreamReply } from "../../server/contract/streams.ts";
import { toWire } from "../../server/contract/wire.ts";
import { claimsAYear } from "../../server/core/funding/claim-dates.ts";
import type { Stream } from "../../server/core/funding/model.ts";
import { NO_RULES } from "../../server/core/funding/no-rules.ts";
import { pictureOf } from "../../server/core/funding/picture.ts";
import { partnershipPicture } from "../../server/core/partnership/picture.ts";
import { MOSS_SIDE, MOSS_SIDE_BUDGETS } from "../support/moss-side.ts";
import { day, gbp, stream, yearOf } from "../support/streams.ts";

function replyOf(streams: readonly Stream[], kind: "case" | "place"): StreamsView {
  const at = day("1999-06-01");
  return viewOf({
    dataVersion: "sha256:0",
    at,
    subject: {
      kind,
      id: "x",
      title: "Moss Side and Hulme",
      place: { code: null, name: "Manchester" },
      watermark: "",
      notSaid: [],
      evidence: null,
    },
    streams: streams.map((of) => ({
      ...toStreamReply(of),
      initiativeName: null,
      programmeName: null,
      category: null,
      claimsAYear: claimsAYear(of) ?? null,
    })),
    picture: toPictureReply(pictureOf(streams, kind === "case" ? MOSS_SIDE_BUDGETS : [], at)),
    partnership: toWire(partnershipPicture([], [])),
  });
}
const linesOf = (streams: readonly Stream[]) => replyOf(streams, "place").streams;

describe("what the screen says of Moss Side and Hulme", () => {
  const reply = replyOf(MOSS_SIDE, "case");

  test("at least eight claims a year for one of two small projects, unknown for the other", () => {
    expect(headlineOf(reply)).toBe(
      "At least eight claims a year for one of two small projects, and an unknown number for the other",
    );
  });

  test("at least three cycles, one unspecified; two units that cannot be added", () => {
    const lead = leadOf(reply);
    expect(lead).toContain("At least three cycles, one of them unspecified.");
    expect(lead).toContain("Quarter ends coincide although year ends do not.");
    expect(lead).toContain("Training weeks and beneficiary hours cannot be added.");
  });

  test("five rings: four that are stated or said to differ, and one of all others", () => {
    const rings = ringsOfStreams(reply.streams, namesOf(reply.streams));
    expect(rings.map(({ name }) => name)).toEqual([
      "SRB",
      "ERDF",
      "ESF",
      "TEC contract",
      "6 other streams",
    ]);
  });

  test("two streams of one name say what they pay for", () => {
    const of = namesOf(reply.streams);
    expect(of.get("w1-core")).toBe("Agency core budget, Seedcorn");
    expect(of.get("w1-srb")).toBe("SRB");
  });

  test("money flows where nothing says how much", () => {
    const rows = flowRows(reply, namesOf(reply.streams));
    const { links } = flowGraph(rows);
    expect(links.every(({ amount }) => amount === undefined)).toBe(true);
    // The source leaves open whether the £50,000 comes every year or once.
    expect(rows.flatMap(({ yearless }) => yearless ?? [])).toEqual([50_000]);
  });
});

describe("what the screen says elsewhere", () => {
  test("nothing, an unstated year and an unstated number are three different sentences", () => {
    expect(headlineOf(replyOf([], "place"))).toContain("No recorded stream");
    const quarterly = { ...NO_RULES.claims, frequency: "quarterly" as const };
    const yearless = stream("A", { rules: { ...NO_RULES, claims: quarterly } });
    const said = headlineOf(replyOf([yearless], "place"));
    expect(said).toMatch(/^[^:]+: four claims a year; on which year is not stated$/);
    const silent = stream("B", { rules: { ...NO_RULES, yearStart: { month: 4, day: 1 } } });
    expect(headlineOf(replyOf([silent], "place"))).toContain("nothing says how many claims");
  });

  test("a name that is cut begins with what tells two streams of one programme apart", () => {
    const lines = linesOf([
      stream("A", { name: "Challenge Fund", project: "Stockport Road" }),
      stream("B", { name: "Challenge Fund", project: "Moss Side" }),
      stream("C", { name: "Sure Start in Wythenshawe" }),
    ]);
    const cut = (letters: number) => lines.map((line) => nameIn(letters, namesOf(lines), line));
    expect(cut(30)).toEqual([
      "Challenge Fund, Stockport Road",
      "Challenge Fund, Moss Side",
      "Sure Start in Wythenshawe",
    ]);
    expect(cut(12)).toEqual(["Stockport R…", "Moss Side", "Sure Start …"]);
  });

  test("one stream that is not published leaves the sum of a flow open", () => {
    const paid = stream("A", { years: [yearOf("1999-04-01", "2000-04-01", 10)] });
    const graph = (streams: readonly Stream[]) => {
      const reply = replyOf(streams, "place");
      const { links } = flowGraph(flowRows(reply, namesOf(reply.streams)));
      return links.find(({ target }) => target.startsWith("place:"))?.amount;
    };
    expect(graph([paid, { ...paid, id: "C" }])).toBe(20);
    expect(graph([paid, stream("B")])).toBeUndefined();
  });

  test("the file of the flow has an amount of no stated year, and says so", () => {
    const rows = flowRows(
      replyOf(
        [
          stream("A", { years: [yearOf("1999-04-01", "2000-04-01", 10)] }),
          stream("B", { total: gbp(90) }),
          stream("C"),
        ],
        "place",
      ),
      new Map(),
    );
    const cells = FLOW_COLUMNS.filter(({ id }) => /^(stream|year|amount_gbp|basis)$/.test(id));
    expect(csvText(cells, rows).split("\r\n")).toEqual([
      "stream,year,amount_gbp,basis",
      "A,1999-04-01/2000-03-31,10,printed",
      'B,,90,"in all, year not stated"',
      "C,,,",
      "",
    ]);
  });

  test("the money of a year is that year's figure, and no total", () => {
    const years = [yearOf("1999-04-01", "2000-04-01", 10, { basis: "spread evenly, assumed" })];
    const [line] = linesOf([stream("A", { total: gbp(90), years })]);
    const none = { amount: undefined, yearless: undefined, assumed: false, year: undefined };
    const year = { start: "1999-04-01", end: "2000-04-01" };
    expect(moneyOn(line!, "1999-06-01")).toEqual({ ...none, amount: 10, assumed: true, year });
    expect(moneyOn(line!, "2001-06-01")).toEqual(none);
    const [total] = linesOf([stream("B", { total: gbp(90) })]);
    expect(moneyOn(total!, "1999-06-01")).toEqual({ ...none, yearless: 90 });
  });

  test("rules in words, and what is not stated says so", () => {
    const [silent] = linesOf([stream("A")]);
    expect([yearWords(silent!), paidWords(silent!)]).toEqual(["not stated", "not stated"]);
    const [tec] = linesOf(MOSS_SIDE.filter(({ id }) => id === "w1-tec"));
    expect(yearWords(tec!)).toBe("not stated: a slightly different TEC funding cycle");
    const [esf] = linesOf(MOSS_SIDE.filter(({ id }) => id === "w1-esf"));
    expect(paidWords(esf!)).toBe("up to 50% ahead, in arrears");
  });

  test("ranges say which bound is never reached", () => {
    expect(numberRange({ low: 0.25, high: 1, open: "high" })).toBe("0.25 to <1");
    expect(numberRange({ low: 1, high: 4, open: "low" })).toBe(">1 to 4");
    expect(numberRange({ low: 0.3, high: 0.3, open: null })).toBe("0.30");
    expect(percentRange({ low: 7 / 11, high: 1, open: null })).toBe("64% to 100%");
    expect(fullMoney(3333.34)).toBe("£3,333.34");
    expect(fullMoney(-24_000)).toBe("−£24,000");
    expect(signedMoney(-5000)).toBe("−£5k");
  });
});
