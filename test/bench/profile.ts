import { type Profiler, Session } from "node:inspector/promises";
import type { Shapes } from "../../server/core/overlay/model.ts";
import { partition } from "../../server/core/overlay/partition.ts";

/** Module of the engine, or what V8 calls its own work -> its share of the partition's time. */
export type Profile = Record<string, number>;

const SAMPLE_MICROSECONDS = 250;
const GRID = { step: 0.001, originX: 0, originY: 0 };

/** Where the time of a partition goes, by samples of the running function's module. */
export async function profile(shapes: Shapes): Promise<Profile> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: SAMPLE_MICROSECONDS });
  await session.post("Profiler.start");
  partition(shapes, GRID);
  const taken = await session.post("Profiler.stop");
  session.disconnect();
  return sharesOf(taken.profile);
}

function sharesOf({ nodes, samples = [] }: Profiler.Profile): Profile {
  const moduleOf = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const counts = new Map<string, number>();
  for (const id of samples) {
    const name = moduleOf.get(id) ?? "";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].map(([name, count]) => [name, count / samples.length]));
}

/** The file of a function; V8's own work has none. */
const nameOf = ({ url, functionName }: Profiler.Profile["nodes"][number]["callFrame"]) =>
  url.split("/").pop() || functionName;
