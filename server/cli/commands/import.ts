import type { Command } from "commander";
import { AppError } from "../../core/errors.ts";
import { type Accept, importInto } from "../../ingest/import/import-into.ts";
import type { Db } from "../../store/db.ts";
import { afterChange } from "../after-change.ts";
import { printJson } from "../output.ts";
import { type Reporter, reporterTo } from "../progress.ts";
import { pathFrom, type World } from "../world.ts";
import { contextOf } from "./imports/context.ts";
import type { ImportFlags } from "./imports/import-flags.ts";
import { IMPORTS } from "./imports/registry.ts";
import { usingDb, withDb } from "./shared.ts";

/** `import FILE`: anyone's own file into the database, whole or not at all, with its history. */
export function importCommand(program: Command, world: World): Command {
  const command = program
    .command("import")
    .description(
      "Take in a file: checked first, as drawn, with the repairs that you accept as a version of " +
        "their own, then cut into cells. All of it or nothing; what was there before can be restored.",
    )
    .argument("<file>", "the file");
  for (const { option, about } of IMPORTS) command.option(option, about);
  return withDb(
    command
      .option("--map <pairs>", "which column holds what, as From=start_date,Scheme=name", gather)
      .option("--id <field>", "the field that names a feature")
      .option("--crs <name>", "system of the coordinates, such as EPSG:27700")
      .option("--layer <name>", "the layer of a file with several, or the sheet of a workbook")
      .option("--areas <layer>", "members are areas of this reference layer only")
      .option("--match <pairs>", "which area is meant, as Leds=E08000035", gather)
      .option(
        "--leave-out",
        "take the file without areas that no layer has, damaged records and outlines elsewhere",
      )
      .option("--accept-repairs", "make every repair that the check proposes")
      .option("--accept <ids>", "make these repairs, as 12:redraw,14:cut-spike", gather)
      .option("--dry-run", "say what would change and change nothing")
      .option("--title <text>", "what a new programme, layer or set is called")
      .option("--category <name>", "of a new programme")
      .option("--department <name>", "that leads a new programme")
      .option("--grade <name>", "how the lines are known: surveyed or generalised")
      .option("--accuracy <metres>", "by how much the lines may be off")
      .option("--vintage <text>", "the date or span that a layer or set holds for")
      .option("--unit <name>", "of weights: people or score")
      .option("--scheme <name>", "which codes the areas have, such as lsoa11")
      .option("--source <text>", "the document or place it comes from")
      .option("--licence <text>", "its licence")
      .option("--attribution <text>", "what its owner asks to be printed with it")
      .option("--date-read <date>", "when its source was read; today without it")
      .option("--who <name>", "who takes it in; the name of the login without it")
      .option(
        "--today <date>",
        "the day from which a date lies in the future; this day without it",
      ),
  ).action((file: string, flags: ImportFlags) => run(world, file, flags));
}

const gather = (value: string, before: string[] | undefined) => [...(before ?? []), value];

async function run(world: World, file: string, flags: ImportFlags): Promise<void> {
  const kinds = IMPORTS.filter(({ flag }) => flags[flag] !== undefined);
  if (kinds.length !== 1) {
    const names = IMPORTS.map(({ option }) => option.split(" ")[0]).join(", ");
    throw new AppError("input/invalid", `Say what the file is with one of ${names}.`, {
      given: kinds.map(({ flag }) => flag),
    });
  }
  const path = pathFrom(world, file);
  const reporter = await reporterTo(world);
  try {
    const summary = await usingDb(world, flags.db, (db) =>
      importFile(world, db, path, flags, reporter),
    );
    reporter.end();
    for (const warning of new Set([...summary.notes, ...summary.warnings]))
      world.err.write(`${warning}\n`);
    if (flags.json) await printJson(world, summary);
    else world.out.write(sentenceOf(summary));
  } finally {
    reporter.end();
  }
}

async function importFile(
  world: World,
  db: Db,
  path: string,
  flags: ImportFlags,
  { report: progress }: Reporter,
) {
  const [kind] = IMPORTS.filter(({ flag }) => flags[flag] !== undefined);
  const context = contextOf(world, db, path, flags, progress);
  const after = await afterChange(progress);
  const prepared = await kind!.prepare(context, path, flags);
  return importInto(db, prepared, {
    provenance: context.provenance,
    madeAt: new Date().toISOString(),
    accept: acceptOf(flags),
    dryRun: flags.dryRun === true,
    // Within the transaction, so that whoever reads never meets data that is not analysed.
    afterwards: () => after(db),
  });
}

function acceptOf({ accept, acceptRepairs }: ImportFlags): Accept {
  if (acceptRepairs) return "all";
  return (accept ?? []).flatMap((text) => text.split(",")).filter((id) => id !== "");
}

type Summary = Awaited<ReturnType<typeof importFile>>;

function sentenceOf({
  version,
  check,
  repair,
  what,
  changes,
  problems,
  proposals,
  dryRun,
  dataVersion,
}: Summary) {
  const counts = Object.entries(changes)
    .filter(([, count]) => count > 0)
    .map(([change, count]) => `${count} ${change}`);
  const open = proposals - (repair?.repairs ?? 0);
  return [
    dryRun
      ? `Would import ${what}: ${counts.join(", ")}. Nothing was changed.`
      : `Version ${version}: ${what}; ${counts.join(", ")}.`,
    ...(repair === null
      ? []
      : [`Version ${repair.version}: ${counted(repair.repairs, "repair")} made.`]),
    ...(problems === 0
      ? []
      : [
          `The check found ${counted(problems, "kind")} of problem; "patchwork check" lists them` +
            (dryRun ? "." : `, and the app at /checks?check=${check}.`),
        ]),
    ...(open > 0 ? [`${counted(open, "repair")} proposed and not made: it stands as drawn.`] : []),
    ...(dryRun ? [] : [`Data version ${dataVersion}.`]),
    "",
  ].join("\n");
}

const counted = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;
