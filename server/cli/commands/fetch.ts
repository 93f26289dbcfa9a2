import type { Command } from "commander";
import { AppError } from "../../core/errors.ts";
import { fetchOfficial } from "../../ingest/fetch/fetch-official.ts";
import {
  OFFICIAL_ADDRESS,
  OFFICIAL_LAYERS,
  type OfficialLayer,
} from "../../ingest/fetch/official-layers.ts";
import { printJson } from "../output.ts";
import { reporterTo } from "../progress.ts";
import { webAddress } from "../settings.ts";
import { pathFrom, type World } from "../world.ts";

interface Options {
  readonly out: string;
  readonly official?: string;
  readonly service?: string[];
  readonly json?: boolean;
}

/** `fetch official LAYER...`: the one command that asks anything of the network. */
export function fetchCommand(program: Command, world: World): Command {
  return program
    .command("fetch")
    .description(
      "Fetch official layers from the Open Geography service of the Office for National Statistics " +
        "into a folder that load --boundaries takes. The same command goes on after a break.",
    )
    .argument("<source>", "official")
    .argument("<layers...>", OFFICIAL_LAYERS.map(({ id }) => id).join(", "))
    .option("-o, --out <folder>", "where they are put", "official")
    .option(
      "--service <layer=name>",
      "the service of a layer, where it was renamed or another vintage is wanted",
      gather,
    )
    .option("--official <url>", "the services' address (or PATCHWORK_OFFICIAL)")
    .action((source: string, layers: string[], options: Options) =>
      run(world, source, layers, options),
    );
}

const gather = (value: string, before: string[] | undefined) => [...(before ?? []), value];

async function run(world: World, source: string, ids: string[], options: Options): Promise<void> {
  if (source !== "official") {
    throw new AppError("input/invalid", `"${source}" cannot be fetched: write fetch official.`, {
      source,
    });
  }
  const layers = ids.map(layerNamed);
  const folder = pathFrom(world, options.out);
  const address =
    webAddress("official layers", options.official ?? world.env.PATCHWORK_OFFICIAL) ??
    OFFICIAL_ADDRESS;
  const reporter = await reporterTo(world);
  const stop = new AbortController();
  const takeBack = world.onInterrupt(() => stop.abort());
  try {
    const fetched = await fetchOfficial({
      layers,
      address: address.replace(/\/+$/, ""),
      services: servicesFrom(options.service),
      folder,
      today: new Date().toISOString().slice(0, 10),
      progress: reporter.report,
      signal: stop.signal,
    });
    reporter.end();
    if (options.json) await printJson(world, { folder, fetched });
    else {
      for (const { file, features, sha256 } of fetched) {
        world.out.write(`${folder}/${file}: ${features} features, ${sha256}\n`);
      }
    }
  } finally {
    takeBack();
    reporter.end();
  }
}

/** @throws AppError input/invalid, input/unknown-layer */
function servicesFrom(given: readonly string[] = []): ReadonlyMap<string, string> {
  return new Map(
    given.map((pair) => {
      const [id = "", name = ""] = pair.split("=");
      if (/^[\w-]+$/.test(name)) return [layerNamed(id).id, name] as const;
      throw new AppError(
        "input/invalid",
        `"${pair}" names no service. Write the layer, =, and the service's name, such as wards=Wards_May_2025_Boundaries_UK_BGC.`,
        { service: pair },
      );
    }),
  );
}

function layerNamed(id: string): OfficialLayer {
  const layer = OFFICIAL_LAYERS.find((one) => one.id === id);
  if (layer) return layer;
  const known = OFFICIAL_LAYERS.map((one) => one.id);
  throw new AppError(
    "input/unknown-layer",
    `There is no official layer "${id}". Known: ${known.join(", ")}.`,
    { layer: id, known },
  );
}
