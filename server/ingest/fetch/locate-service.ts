/** Where a layer is: services are renamed with each vintage, and their fields with them. */
import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import { type Asking, askService } from "./ask-service.ts";
import type { OfficialLayer } from "./official-layers.ts";

export interface LocatedLayer {
  /** Ending in `/FeatureServer/0`. */
  readonly address: string;
  readonly service: string;
  /** Fields of code and name; `undefined` for a lookup. */
  readonly fields: { readonly code: string; readonly name: string } | undefined;
  /** Which features, in the service's SQL. */
  readonly where: string;
}

const resourceSchema = z.object({
  fields: z.array(z.object({ name: z.string() })).optional(),
});
const directorySchema = z.object({
  services: z.array(z.object({ name: z.string(), type: z.string() })),
});

/** Names that are suggested. */
const SUGGESTED = 5;

/**
 * The layer as the service has it: its fields are those of its own vintage.
 *
 * @param services their address, without a slash at its end
 * @param named the service's name, where a person gave another than ours
 * @throws AppError fetch/moved where there is no such service, naming those that look like it;
 *   fetch/refused, fetch/unreachable
 */
export async function locateService(
  services: string,
  layer: OfficialLayer,
  named: string | undefined,
  asking: Asking,
): Promise<LocatedLayer> {
  const service = named ?? layer.service;
  const address = `${services}/${service}/FeatureServer/0`;
  const resource = await askService(`${address}?f=json`, resourceSchema, asking).catch(
    async (cause: unknown) => {
      if (!(cause instanceof AppError && cause.code === "fetch/refused")) throw cause;
      throw (await movedFrom(services, layer, service, asking)) ?? cause;
    },
  );
  const fields = layer.area === undefined ? undefined : fieldsIn(resource.fields, layer, service);
  return {
    address,
    service,
    fields,
    where: fields && layer.greatBritain ? `${fields.code} NOT LIKE 'N%'` : "1=1",
  };
}

/** `LAD23CD` and `LAD23NM`, of whatever year the service is. */
function fieldsIn(
  fields: z.output<typeof resourceSchema>["fields"],
  { id, area, year }: OfficialLayer,
  service: string,
) {
  const names = fields?.map(({ name }) => name) ?? [`${area}${year}CD`, `${area}${year}NM`];
  const ending = (end: string) =>
    names.find((name) => new RegExp(`^${area}\\d\\d${end}$`, "i").test(name));
  const [code, name] = [ending("CD"), ending("NM")];
  if (code && name) return { code, name };
  throw new AppError(
    "fetch/refused",
    `${service} has no fields ${area}..CD and ${area}..NM for the codes and names of ${id}: it has ${names.join(", ")}.`,
    { layer: id, service, fields: names },
  );
}

/** @returns `undefined` where the service is listed all the same, or nothing is */
async function movedFrom(
  services: string,
  { id }: OfficialLayer,
  service: string,
  asking: Asking,
): Promise<AppError | undefined> {
  const listed = await askService(`${services}?f=json`, directorySchema, asking).catch(
    () => undefined,
  );
  const names = listed?.services
    .filter(({ type }) => type === "FeatureServer")
    .map(({ name }) => name.slice(name.lastIndexOf("/") + 1));
  if (names === undefined || names.length === 0 || names.includes(service)) return undefined;
  const like = mostLike(service, names);
  const advice =
    like.length === 0
      ? "None looks like it; see the Open Geography portal."
      : `Those most like it: ${like.join(", ")}. Name one with --service ${id}=${like[0]}.`;
  return new AppError(
    "fetch/moved",
    `${new URL(services).host} has no service "${service}" any more. ${advice}`,
    { layer: id, service, like },
  );
}

/** Names that share the most words with one, years and versions apart; the newest first. */
function mostLike(service: string, names: readonly string[]): string[] {
  const words = (name: string) =>
    new Set(
      name
        .toLowerCase()
        .split(/[_\s]+/)
        .filter((word) => /^[a-z]+$/.test(word) && !MONTHS.has(word)),
    );
  const wanted = words(service);
  const scored = names.map((name) => {
    const own = words(name);
    const shared = [...own].filter((word) => wanted.has(word)).length;
    return { name, share: shared / (own.size + wanted.size - shared), year: yearIn(name) };
  });
  return scored
    .filter(({ share }) => share >= 0.6)
    .sort((a, b) => b.share - a.share || b.year - a.year || (a.name < b.name ? -1 : 1))
    .slice(0, SUGGESTED)
    .map(({ name }) => name);
}

const MONTHS = new Set(
  "january february march april may june july august september october november december".split(
    " ",
  ),
);

const yearIn = (name: string) => Number(/(?:19|20)\d\d/.exec(name)?.[0] ?? 0);
