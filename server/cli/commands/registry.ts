import type { Command } from "commander";
import type { World } from "../world.ts";
import { UNBUILT, unbuiltCommand } from "./unbuilt.ts";

/** Puts a command on the program. */
export type AddCommand = (program: Command, world: World) => Command;

export interface CommandEntry {
  /** What help says of it in its list. */
  readonly summary: string;
  /** Reads the command itself, with its options and all that it works with. */
  readonly read: () => Promise<AddCommand>;
}

/**
 * Every command, in the order that help lists them. Each is read when it is wanted, so that
 * `overlay` does not wait for a web server to load, nor help for anything.
 */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  overlay: {
    summary: "cut any polygon files into cells by who covers what",
    read: async () => (await import("./overlay.ts")).overlayCommand,
  },
  load: {
    summary: "load the registry and boundaries, and analyse them",
    read: async () => (await import("./load.ts")).loadCommand,
  },
  analyse: {
    summary: "cut what is loaded into cells and print the figures of a question",
    read: async () => (await import("./analyse.ts")).analyseCommand,
  },
  need: {
    summary: "say how many people in need no recorded initiative reaches",
    read: async () => (await import("./need.ts")).needCommand,
  },
  choose: {
    summary: "list possible boundaries of a partnership for some initiatives",
    read: async () => (await import("./choose.ts")).chooseCommand,
  },
  export: {
    summary: "write cells, places, initiatives, streams and more as a file",
    read: async () => (await import("./export.ts")).exportCommand,
  },
  list: {
    summary: "list programmes, initiatives, references, weights, formats or measures",
    read: async () => (await import("./list.ts")).listCommand,
  },
  serve: {
    summary: "serve the app and the API",
    read: async () => (await import("./serve.ts")).serveCommand,
  },
  backup: {
    summary: "copy the database, also while it is in use",
    read: async () => (await import("./backup.ts")).backupCommand,
  },
  doctor: {
    summary: "check the set-up, the database and the bundled files",
    read: async () => (await import("./doctor.ts")).doctorCommand,
  },
  import: {
    summary: "take in a file of initiatives, areas or weights, with its history",
    read: async () => (await import("./import.ts")).importCommand,
  },
  versions: {
    summary: "list the versions of the data, or of one initiative, layer or set",
    read: async () => (await import("./versions.ts")).versionsCommand,
  },
  restore: {
    summary: "bring the data back to how it stood right after a version",
    read: async () => (await import("./restore.ts")).restoreCommand,
  },
  check: {
    summary: "say what is in a file, what is wrong with it and what would mend it",
    read: async () => (await import("./check.ts")).checkCommand,
  },
  fetch: {
    summary: "fetch official boundaries and lookups into a folder",
    read: async () => (await import("./fetch.ts")).fetchCommand,
  },
  fit: {
    summary: "say how nearly bodies match reference areas, and why not",
    read: async () => (await import("./fit.ts")).fitCommand,
  },
  ...Object.fromEntries(
    Object.entries(UNBUILT).map(([name, summary]) => [
      name,
      { summary: `${summary} (not built yet)`, read: async () => unbuiltCommand(name, summary) },
    ]),
  ),
};
