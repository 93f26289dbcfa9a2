import { Writable } from "node:stream";
import { runCli } from "../../server/cli/main.ts";
import type { World } from "../../server/cli/world.ts";

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly bytes: Buffer;
  readonly err: string;
}

function collector() {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, bytes: () => Buffer.concat(chunks) };
}

/** Run the command line in this process, as seen from a folder, without a terminal. */
export async function patchwork(
  cwd: string,
  args: readonly string[],
  env: World["env"] = {},
): Promise<Ran> {
  const out = collector();
  const err = collector();
  const world: World = {
    out: out.stream,
    err: err.stream,
    env,
    cwd,
    terminal: false,
    onInterrupt: () => () => {},
  };
  const status = await runCli(args, world);
  return { status, out: out.bytes().toString(), bytes: out.bytes(), err: err.bytes().toString() };
}
