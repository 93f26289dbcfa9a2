import { basename } from "node:path";
import type { Topology } from "topojson-specification";
import { AppError } from "../../core/errors.ts";
import { fileBytes } from "./file-bytes.ts";
import type { Format, PolygonFeature, ReadOptions } from "./format.ts";
import { type ParsedFeature, polygonFeature } from "./geometry-rings.ts";
import { RingBuilder } from "./ring-builder.ts";

function isTopology(raw: unknown): raw is Topology {
  return (
    typeof raw === "object" &&
    raw !== null &&
    "type" in raw &&
    raw.type === "Topology" &&
    "arcs" in raw &&
    Array.isArray(raw.arcs) &&
    "objects" in raw &&
    typeof raw.objects === "object" &&
    raw.objects !== null
  );
}

function parseTopology(text: string, file: string): Topology {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("format/malformed", `${file} is not valid JSON: ${why}.`, { file });
  }
  if (!isTopology(raw)) {
    throw new AppError("format/malformed", `${file} is not TopoJSON: it has no arcs.`, { file });
  }
  return raw;
}

/** The features of every object of a topology, in file order. */
async function* topologyFeatures(topology: Topology, file: string): AsyncGenerator<ParsedFeature> {
  const { feature } = await import("topojson-client");
  for (const [name, object] of Object.entries(topology.objects)) {
    try {
      const made = feature(topology, object);
      if (made.type === "FeatureCollection") yield* made.features;
      else yield made;
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      const message = `${file}, object "${name}": it uses arcs that the file does not have.`;
      throw new AppError("format/malformed", message, { file, object: name });
    }
  }
}

async function* read(path: string, options: ReadOptions = {}): AsyncGenerator<PolygonFeature> {
  const chunks: Buffer[] = [];
  for await (const chunk of fileBytes(path, options)) chunks.push(chunk);
  const file = basename(path);
  const topology = parseTopology(Buffer.concat(chunks).toString("utf8"), file);
  const builder = new RingBuilder();
  let index = 0;
  for await (const parsed of topologyFeatures(topology, file)) {
    yield polygonFeature(parsed, index++, builder, file);
  }
}

/** Arcs are decoded once each, so neighbours keep exactly the same coordinates. */
export const topojson: Format = {
  id: "topojson",
  title: "TopoJSON",
  extensions: [".topojson", ".topo.json"],
  gzip: true,
  read,
};
