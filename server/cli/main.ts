import { Command, CommanderError } from "commander";
import { toFailure } from "../contract/problem.ts";
import { AppError } from "../core/errors.ts";
import { COMMANDS } from "./commands/registry.ts";
import { printed } from "./output.ts";
import { VERSION } from "./version.ts";
import { EndWith, processWorld, type World } from "./world.ts";

/**
 * The command line as commander knows it.
 *
 * @param only the one command that is wanted; the others are then no more than their line in help,
 *   and no file of theirs is read. Every command with its options where it is not given
 */
export async function commandLine(world: World, only?: string): Promise<Command> {
  const program = new Command("patchwork")
    .description("Where area-based initiatives overlap, with a certificate on the figures.")
    .version(VERSION, "--version", "print the version")
    // Behind a command, --version is the command's: `versions HAZ-01 --version 3`.
    .enablePositionalOptions()
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => void world.out.write(text),
      writeErr: (text) => void world.err.write(text),
      // A mistake is told once, by us, with its code.
      outputError: () => {},
    });
  for (const [name, { summary, read }] of Object.entries(COMMANDS)) {
    const isWanted = only === undefined || only === name;
    const command = isWanted ? (await read())(program, world) : program.command(name);
    command.summary(summary);
    command.option("--json", "one JSON document on standard output and nothing else");
    command.exitOverride().copyInheritedSettings(program);
  }
  return program;
}

/** The command that is asked for, or asked about: `overlay …` and `help overlay`. */
const wantedIn = (args: readonly string[]) =>
  args.find((arg) => Object.hasOwn(COMMANDS, arg)) ?? "none";

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
    const program = await commandLine(world, wantedIn(args));
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
  // It has printed the whole list, as it does after a name that it does not know.
  if (thrown.code === "commander.help") {
    return new AppError(
      "input/invalid",
      "There is no such command: the list names those there are.",
    );
  }
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
