import type { Command } from "commander";
import { serve } from "../../api/main.ts";
import { printJson } from "../output.ts";
import { type ServeFlags, serveSettings } from "../settings.ts";
import type { World } from "../world.ts";
import { withDb } from "./shared.ts";

/** `serve`: the app, the API, tiles and downloads, until stopped. */
export function serveCommand(program: Command, world: World): Command {
  return withDb(
    program
      .command("serve")
      .description("Serve the app and the API until stopped (Ctrl-C).")
      .option("--host <host>", "address to listen on (or PATCHWORK_HOST; 127.0.0.1)")
      .option("--port <number>", "port to listen on (or PATCHWORK_PORT; 8080)")
      .option("--basemap <url>", "a style or tile address (or PATCHWORK_BASEMAP; none)")
      .option("--public-url <url>", "the address that others see (or PATCHWORK_PUBLIC_URL)"),
  ).action(async (options: ServeFlags & { json?: boolean }) => {
    const serving = await serve(serveSettings(world, options));
    if (options.json) await printJson(world, { address: serving.address });
    else world.out.write(`Patchwork is at ${serving.address}\n`);
    await stopped();
    await serving.close();
  });
}

/** Until someone asks the process to stop. */
export function stopped(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
}
