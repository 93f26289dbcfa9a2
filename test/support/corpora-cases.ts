import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CorpusGeometry, readGeometry } from "./corpora-wkt.ts";
import { SHARED } from "./workloads-boundaries.ts";

/** The set operation that a test of a corpus asks for. */
export type SetOperation = "intersection" | "union" | "difference" | "symdifference";

/** One question put to one pair of geometries by a corpus. */
export interface CorpusOperation {
  /** As written in the file. */
  readonly name: string;
  /** Which geometries it takes, in order. */
  readonly operands: readonly ("A" | "B")[];
  /** Size of a coordinate step where the question names one, else undefined. */
  readonly step: number | undefined;
  readonly expected: string;
}

export interface CorpusCase {
  readonly file: string;
  /** Position in the file, from 1. */
  readonly number: number;
  readonly about: string;
  readonly a: CorpusGeometry | undefined;
  readonly b: CorpusGeometry | undefined;
  readonly textA: string;
  readonly textB: string;
  /** Size of a coordinate step where the file rounds to one, else undefined. */
  readonly step: number | undefined;
  readonly operations: readonly CorpusOperation[];
}

const FOLDERS = ["jts/general", "geos/general", "geos/misc"] as const;
const CORPORA = join(SHARED, "corpora");

export const hasCorpora = (): boolean => existsSync(corpusPath("jts/general"));
export const corpusPath = (inside: string): string => join(CORPORA, inside);

/** Every case of the XML corpora, in the order of folders, files and cases. */
export function readCases(): CorpusCase[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(corpusPath(folder))
      .filter((name) => name.endsWith(".xml"))
      .sort()
      .flatMap((name) => readCaseFile(`${folder}/${name}`)),
  );
}

/**
 * The files use few elements, never nested in themselves, so patterns read them; what they do not
 * understand they drop, and the count of cases in the test would show it.
 */
function readCaseFile(file: string): CorpusCase[] {
  const text = readFileSync(corpusPath(file), "latin1").replace(/<!--[\s\S]*?-->/g, "");
  const step = stepOf(text);
  return [...text.matchAll(/<case\b[^>]*>([\s\S]*?)<\/case>/gi)].map(([, body = ""], i) => {
    const textA = element(body, "a");
    const textB = element(body, "b");
    return {
      file,
      number: i + 1,
      about: withoutEntities(element(body, "desc")).replace(/\s+/g, " ").trim(),
      a: geometryOr(textA),
      b: geometryOr(textB),
      textA: textA.trim(),
      textB: textB.trim(),
      step,
      operations: operationsOf(body),
    };
  });
}

function operationsOf(body: string): CorpusOperation[] {
  return [...body.matchAll(/<op\b([^>]*)>([\s\S]*?)<\/op>/gi)].map(([, head = "", text = ""]) => {
    const attribute = (name: string) =>
      new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`, "i").exec(head)?.[1] ?? "";
    const operands = [attribute("arg1"), attribute("arg2"), attribute("arg3")]
      .map((argument) => argument.toUpperCase())
      .filter((argument) => argument === "A" || argument === "B");
    const name = attribute("name");
    const step = /SR$/.test(name) ? 1 / Number(attribute("arg3")) : undefined;
    return { name, operands, step, expected: text.trim() };
  });
}

function stepOf(text: string): number | undefined {
  const model = /<precisionModel\b[^>]*>/i.exec(text)?.[0] ?? "";
  const scale = /\bscale\s*=\s*["']([\d.]+)["']/i.exec(model)?.[1];
  return scale === undefined ? undefined : 1 / Number(scale);
}

function element(body: string, name: string): string {
  return new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`, "i").exec(body)?.[1] ?? "";
}

function geometryOr(text: string): CorpusGeometry | undefined {
  if (text.trim() === "") return undefined;
  try {
    return readGeometry(text);
  } catch {
    return undefined;
  }
}

const ENTITIES: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const withoutEntities = (text: string) =>
  text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? "");

/** The set operation behind the many names it has in the corpora, if it is one. */
export function setOperation(name: string): SetOperation | undefined {
  const plain = name.toLowerCase().replace(/(ng|sr)$/, "");
  return plain === "intersection" ||
    plain === "union" ||
    plain === "difference" ||
    plain === "symdifference"
    ? plain
    : undefined;
}
