/** The only place that asks the server anything. */
import type { ChangesReply } from "../server/contract/changes.ts";
import type { InitiativeReply, SettingsReply, StackReply } from "../server/contract/replies.ts";
import type { StudyReply } from "../server/contract/study.ts";
import type { Question } from "../server/core/hotspots/question.ts";
import type { Study } from "../server/core/model.ts";
import { type Basemap, isTileTemplate } from "./map/basemap.ts";

/** What went wrong, in the server's words where it gave any. */
export interface Problem {
  /** As in docs/reference.md; `client/offline` where no answer came. */
  readonly code: string;
  readonly message: string;
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** The study, read once: every question after that is answered from it. */
export async function fetchStudy(): Promise<Reply<Study>> {
  const reply = await fetchReply<StudyReply>("/api/v1/study");
  return reply.ok ? { ok: true, value: toStudy(reply.value) } : reply;
}

/** How long a style from elsewhere may keep the map waiting. */
const BASEMAP_MS = 8000;

/** The map to draw under ours, where the server was set up with one: else nobody else is asked. */
export async function fetchBasemap(): Promise<Reply<Basemap | undefined>> {
  const settings = await fetchReply<SettingsReply>("/api/v1/settings");
  if (!settings.ok) return settings;
  const address = settings.value.basemap;
  if (address === null) return { ok: true, value: undefined };
  if (isTileTemplate(address)) return { ok: true, value: { kind: "tiles", template: address } };
  type Style = Extract<Basemap, { kind: "style" }>["style"];
  const style = await fetchReply<Style>(address, AbortSignal.timeout(BASEMAP_MS));
  if (!style.ok) return style;
  if (typeof style.value.sources !== "object" || !Array.isArray(style.value.layers))
    return { ok: false, problem: { code: "client/basemap", message: "" } };
  return { ok: true, value: { kind: "style", address, style: style.value } };
}

/** What stands at a place with money and evidence. */
export function fetchStack(
  place: string,
  question: Question,
  signal: AbortSignal,
): Promise<Reply<StackReply>> {
  const query = questionQuery(question, [["place", place]]);
  return fetchReply<StackReply>(`/api/v1/stack?${query}`, signal);
}

/** What changed since earlier data, by the first digits of their version. */
export const fetchChanges = (since: string): Promise<Reply<ChangesReply>> =>
  fetchReply<ChangesReply>(`/api/v1/changes?since=${encodeURIComponent(since)}`);

/** One initiative with its evidence. */
export const fetchInitiative = (id: string, signal: AbortSignal): Promise<Reply<InitiativeReply>> =>
  fetchReply<InitiativeReply>(`/api/v1/initiatives/${encodeURIComponent(id)}`, signal);

/** A question as the server's routes and the command line's flags spell it. */
export function questionPairs(question: Question): [string, string][] {
  const lists: [string, readonly string[] | undefined][] = [
    ["programme", question.programmes],
    ["category", question.categories],
    ["department", question.departments],
    ["aim", question.aims],
    ["funder", question.funders],
  ];
  return [
    ["at", question.at],
    ...lists.flatMap(([name, values]): [string, string][] =>
      values?.length ? [[name, [...values].sort().join(",")]] : [],
    ),
  ];
}

function questionQuery(question: Question, more: [string, string][] = []): string {
  return new URLSearchParams([...more, ...questionPairs(question)])
    .toString()
    .replaceAll("%2C", ",");
}

/** One region or one place of England, as exports spell it; empty is all. */
export type Part = { readonly region: string } | { readonly place: string } | undefined;

/** Where a download of this question lies, on this host. */
export const exportPath = (unit: string, format: string, question: Question, part?: Part) =>
  `/export/${unit}.${format}?${questionQuery(question, Object.entries(part ?? {}))}`;

/** Where a map, a briefing or a plain page of a question lies: drawn on the server. */
export const documentPath = (path: string, question: Question, by: string, part?: Part) =>
  `${path}?${questionQuery(question, [...Object.entries(part ?? {}), ["by", by]])}`;

/** The one printed page of a question. */
export const briefingPath = (question: Question, by: string, part?: Part) =>
  documentPath("/briefing", question, by, part);

/** A command as it is typed in a checkout. */
export const patchworkCommand = (...words: readonly string[]) =>
  ["npm run -s patchwork --", ...words.map(shellWord)].join(" ");

/**
 * The command that writes the same bytes.
 *
 * @param more other flags: a part of the country, the fields that are wanted
 */
export function exportCommand(
  unit: string,
  format: string,
  question: Question,
  more: Readonly<Record<string, string>> = {},
): string {
  const flags = [...Object.entries(more), ...questionPairs(question)].flatMap(([name, value]) => [
    `--${name}`,
    value,
  ]);
  return patchworkCommand("export", unit, "--format", format, ...flags);
}

const shellWord = (text: string) =>
  /^[\w,.:/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** Told on the window when a request got no answer at all. */
export const LOST = "patchwork-lost";

/** Whether the server answers, whatever it says. */
export const isReachable = (): Promise<boolean> =>
  fetch("/healthz", { method: "HEAD", cache: "no-store" }).then(
    () => true,
    () => false,
  );

/** The reply for a path of the server, in its own words where it refused. */
export async function fetchReply<T>(path: string, signal?: AbortSignal): Promise<Reply<T>> {
  let response: Response;
  try {
    response = await fetch(path, signal ? { signal } : {});
  } catch (cause) {
    const aborted = cause instanceof DOMException && cause.name === "AbortError";
    const code = aborted ? "client/cancelled" : "client/offline";
    if (!aborted && path.startsWith("/")) globalThis.dispatchEvent?.(new Event(LOST));
    return { ok: false, problem: { code, message: "" } };
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return { ok: true, value: body as T };
  return { ok: false, problem: problemOf(response, body) };
}

function problemOf(response: Response, body: unknown): Problem {
  const text = (name: string) => {
    const value = (body as Record<string, unknown> | undefined)?.[name];
    return typeof value === "string" ? value : undefined;
  };
  return {
    code: text("code") ?? `http/${response.status}`,
    message: text("detail") ?? text("title") ?? response.statusText,
  };
}

/** null is how JSON says unknown; inside it is `undefined`. */
function toStudy(reply: StudyReply): Study {
  return withoutNulls(reply) as Study;
}

function withoutNulls(value: unknown): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, withoutNulls(v)]));
}
