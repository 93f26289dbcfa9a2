import type { Command } from "commander";
import type { World } from "../world.ts";
import { analyseCommand } from "./analyse.ts";
import { backupCommand } from "./backup.ts";
import { doctorCommand } from "./doctor.ts";
import { exportCommand } from "./export.ts";
import { listCommand } from "./list.ts";
import { loadCommand } from "./load.ts";
import { overlayCommand } from "./overlay.ts";
import { serveCommand } from "./serve.ts";
import { unbuiltCommands } from "./unbuilt.ts";

/** Every command, in the order that help lists them. */
export const COMMANDS: readonly ((program: Command, world: World) => Command)[] = [
  overlayCommand,
  loadCommand,
  analyseCommand,
  exportCommand,
  listCommand,
  serveCommand,
  backupCommand,
  doctorCommand,
  ...unbuiltCommands,
];
