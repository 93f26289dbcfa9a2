import type { Command } from "commander";
import type { World } from "../world.ts";
import { UNBUILT, unbuiltCommand } from "./unbuilt.ts";

/** Puts a command on the program. */
export type AddCommand = (program: Command, world: World) => Command;

/**
 * Every command, in the order that help lists them. Each is read when it is wanted, so that
 * `overlay` does not wait for a web server to load.
 */
export const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  overlay: async () => (await import("./overlay.ts")).overlayCommand,
  load: async () => (await import("./load.ts")).loadCommand,
  analyse: async () => (await import("./analyse.ts")).analyseCommand,
  need: async () => (await import("./need.ts")).needCommand,
  choose: async () => (await import("./choose.ts")).chooseCommand,
  export: async () => (await import("./export.ts")).exportCommand,
  list: async () => (await import("./list.ts")).listCommand,
  serve: async () => (await import("./serve.ts")).serveCommand,
  backup: async () => (await import("./backup.ts")).backupCommand,
  doctor: async () => (await import("./doctor.ts")).doctorCommand,
  import: async () => (await import("./import.ts")).importCommand,
  versions: async () => (await import("./versions.ts")).versionsCommand,
  restore: async () => (await import("./restore.ts")).restoreCommand,
  check: async () => (await import("./check.ts")).checkCommand,
  fetch: async () => (await import("./fetch.ts")).fetchCommand,
  fit: async () => (await import("./fit.ts")).fitCommand,
  ...Object.fromEntries(
    Object.entries(UNBUILT).map(([name, summary]) => [
      name,
      async () => unbuiltCommand(name, summary),
    ]),
  ),
};
