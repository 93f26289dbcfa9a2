import type { Command } from "commander";
import { AppError } from "../../core/errors.ts";
import type { World } from "../world.ts";

/** Commands that are announced and not built yet: each says so, whatever it is given. */
export const UNBUILT = {
  rerun: "make an export again from what it carries",
} as const;

export const unbuiltCommand =
  (name: string, summary: string) =>
  (program: Command, _world: World): Command =>
    program
      .command(name)
      .description(`Will ${summary}. Not built yet.`)
      .argument("[anything...]")
      .allowUnknownOption()
      .action(() => {
        throw new AppError("not-built", `"patchwork ${name}" is not built yet.`, { command: name });
      });
