import { Command, CommanderError } from "commander";
import { toFailure } from "../contract/problem.ts";
import { AppError } from "../core/errors.ts";
import { COMMANDS } from "./commands/registry.ts";
import { printed } from "./output.ts";
import { EndWith, processWorld, type World } from "./world.ts";

/**
 * The command line as commander knows it: commands with their options.
 *
 * @param only the one command that is wanted; every command where it is none
 */
export async function commandLine(world: World, only?: string): Promise<Command> {
  const program = new Command("patchwork")
    .description("Where area-based initiatives overlap, with a certificate on the figures.")
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => void world.out.write(text),
      writeErr: (text) => void world.err.write(text),
      // A mistake is told once, by us, with its code.
      outputError: () => {},
    });
  const wanted =
    only !== undefined && Object.hasOwn(COMMANDS, only) ? [only] : Object.keys(COMMANDS);
  for (const name of wanted) {
    const add = await COMMANDS[name]!();
    const command = add(program, world);
    command.option("--json", "one JSON document on standard output and nothing else");
    command.exitOverride().copyInheritedSettings(program);
  }
  return program;
}

/**
 * Run one command.
 *
 * @returns exit status: 0 done, 1 done and there is something to look at, 2 input, 3 a stated limit, 4 certificate failed, 70 our fault
 */
export async function runCli(
  args: readonly string[],
  world: World = processWorld(),
): Promise<number> {
  // What cannot be printed is told where it is waited for; where nobody hears it, nobody is told.
  for (const stream of [world.out, world.err]) stream.on("error", () => {});
  try {
    const status = await statusOf(args, world);
    await printed(world);
    return status;
  } catch (thrown) {
    return fail(world, fromCommander(thrown), args.includes("--json"));
  }
}

async function statusOf(args: readonly string[], world: World): Promise<number> {
  try {
    const program = await commandLine(world, args[0]);
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (thrown) {
    if (thrown instanceof EndWith) return thrown.status;
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
    throw thrown;
  }
}

/** Commander's own complaints are the caller's input at fault. */
function fromCommander(thrown: unknown): unknown {
  if (!(thrown instanceof CommanderError)) return thrown;
  const text = thrown.message.replace(/^error: /, "").replace(/\s*\n\s*/g, " ");
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}`.replace(/[^.)?]$/, "$&.");
  return new AppError("input/invalid", `${sentence} Try "patchwork --help".`, {
    reason: thrown.code,
  });
}

function fail(world: World, thrown: unknown, json: boolean): number {
  const { code, message, detail, exit } = toFailure(thrown);
  const cause = thrown instanceof AppError ? undefined : String(thrown);
  if (json) {
    const error = { code, message, detail: cause === undefined ? detail : { cause } };
    world.err.write(`${JSON.stringify({ error })}\n`);
  } else {
    world.err.write(`${message} (${code})\n`);
    if (cause !== undefined) world.err.write(`${cause}\n`);
  }
  return exit;
}
