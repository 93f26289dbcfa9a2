/** The worked cases over the wire and as pages without script. */
import { expect, test } from "vitest";
import { cashFlowReply } from "../../server/contract/cash-flow.ts";
import {
  caseReply,
  casesReply,
  claimsReply,
  streamReply,
  streamsReply,
} from "../../server/contract/money.ts";
import type { StreamReply } from "../../server/contract/streams.ts";
import { askBundled } from "../support/bundled-app.ts";
import { faultsOf } from "../support/well-formed.ts";

const { get, body } = askBundled();

test("a worked case and a place as pages, with the streams of their replies", async () => {
  const { cases } = casesReply.parse(await body("/api/v1/cases"));
  const list = (await get("/plain/streams").expect(200)).text;
  for (const { id } of cases) {
    expect(list).toContain(`/plain/streams?case=${id}`);
    const reply = caseReply.parse(await body(`/api/v1/cases/${id}`));
    const { text } = await get(`/plain/streams?case=${id}`).expect(200);
    expect(faultsOf(text), id).toEqual([]);
    expect(rowsOf(text)).toEqual(
      [...reply.streams, ...reply.streams.flatMap(moneyRows)]
        .concat(reply.budgets)
        .map(({ name }) => name),
    );
    for (const open of reply.case.notSaid) expect(plainWords(text)).toContain(open);
  }
  const moss = plainWords((await get("/plain/streams?case=moss-side-hulme")).text);
  expect(moss).toContain("not stated");
  expect(moss).toContain("1 April");
  expect(moss).toContain("about £150k");
  expect(moss).toContain("may be set against Seedcorn: SRB, Seedcorn: capital receipts");
  const at = "at=2002-06-01&place=00BN";
  const reply = streamsReply.parse(await body(`/api/v1/streams?${at}`));
  const { text } = await get(`/plain/streams?${at}`).expect(200);
  expect(faultsOf(text)).toEqual([]);
  expect(rowsOf(text).slice(0, reply.streams.length)).toEqual(
    reply.streams.map(({ name }) => name),
  );
});

/** A row for each year that is stated, else one for what is known in all. */
function moneyRows({ name, years, total }: StreamReply) {
  if (years.length > 0) return years.map(() => ({ name }));
  return total === null ? [] : [{ name }];
}

/** What names each row of a page's tables. */
const rowsOf = (page: string) =>
  [...page.matchAll(/<th scope="row">([^<]*)<\/th>/g)].map(([, name]) => unescaped(name!));
const plainWords = (page: string) => unescaped(page.replace(/<[^>]*>/g, ""));
const unescaped = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

test("Moss Side and Hulme: eight claims of one project, an unknown number of the other", async () => {
  const reply = caseReply.parse(await body("/api/v1/cases/moss-side-hulme"));
  expect(reply.case).toMatchObject({ place: "00BN", watermark: "" });
  expect(reply.case.notSaid.length).toBeGreaterThan(5);
  const claims = claimsReply.parse(await body("/api/v1/claims?case=moss-side-hulme&at=2000-01-01"));
  expect(claims.claims.map(({ due, project }) => [due, project])).toEqual(
    ["2000-03-31", "2000-06-30", "2000-09-30", "2000-12-31"].flatMap((due) => [
      [due, "Seedcorn"],
      [due, "Seedcorn"],
    ]),
  );
  expect(
    claims.claims.filter(({ closesYear }) => closesYear).map(({ stream, due }) => [stream, due]),
  ).toEqual([
    ["seedcorn.srb", "2000-03-31"],
    ["seedcorn.erdf", "2000-12-31"],
  ]);
  const open = claims.notStated.map(({ stream }) => stream);
  expect(open).toEqual(expect.arrayContaining(["joblink.tec", "joblink.esf", "joblink.core"]));
  expect(reply.budgets).toMatchObject([
    { id: "joblink-costs", amount: 300_000, about: true },
    {
      id: "seedcorn-revenue",
      amount: 150_000,
      about: true,
      streams: ["seedcorn.srb", "seedcorn.receipts", "seedcorn.core", "seedcorn.erdf"],
    },
  ]);
  const { stream } = streamReply.parse(await body("/api/v1/streams/seedcorn.erdf"));
  expect(stream.rules).toMatchObject({
    yearStart: "01-01",
    match: { upTo: 150_000, mayNotMatch: ["seedcorn.grants"] },
  });
});

test("the bundled advisers: £8,000 for the Health Authority, £3,000 or nothing for a voluntary body", async () => {
  const flow = async (stream: string) =>
    cashFlowReply.parse(await body(`/api/v1/cash-flow?stream=${stream}`)).test;
  const health = await flow("advisers.health");
  expect(health).toMatchObject({ verdict: "undeliverable", most: { peak: { amount: 8000 } } });
  expect((await flow("advisers.voluntary-pro-rata"))?.most.peak.amount).toBe(3000);
  expect((await flow("advisers.voluntary-last"))?.most.peak.amount).toBe(0);
});

test("illustrations say that they are", async () => {
  const reply = casesReply.parse(await body("/api/v1/cases"));
  expect(reply.cases.map(({ id, watermark }) => [id, watermark !== ""])).toEqual([
    ["moss-side-hulme", false],
    ["newcastle-illustrative", true],
    ["newham-illustrative", true],
    ["specialist-advisers", true],
  ]);
});
