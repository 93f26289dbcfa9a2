/** A server that answers as a documented ArcGIS feature service does, and misbehaves when told to. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Fault {
  /** Which request of pages, from 1. */
  readonly page: number;
  readonly answer: (response: ServerResponse, features: unknown[]) => void;
}

export interface FeatureService {
  readonly address: string;
  /** Addresses asked for, in order. */
  readonly asked: string[];
  /** How many features there are from now on. */
  count: number;
  faults: Fault[];
  /** Services there are, as the directory lists them; undefined: any is there, and none is listed. */
  services: readonly string[] | undefined;
  /** Fields that a layer says it has; undefined: it does not say. */
  fields: readonly string[] | undefined;
  readonly close: () => Promise<void>;
}

const OBJECT_ID = "FID";
/** What an ArcGIS server says, with status 200, of an address that it does not know. */
const INVALID = { error: { code: 400, message: "Invalid URL", details: ["Invalid URL"] } };

/** One square a feature, side by side near Leeds. */
function featureOf(i: number, outlines: boolean) {
  const attributes = { [OBJECT_ID]: i + 1, RGN23CD: `E${i}`, RGN23NM: `=Region ${i}` };
  if (!outlines) return { attributes };
  const west = -1.6 + i / 1000;
  const coordinates = [
    [
      [west, 53.7],
      [west + 0.001, 53.7],
      [west + 0.001, 53.701],
      [west, 53.701],
      [west, 53.7],
    ],
  ];
  return {
    type: "Feature",
    id: i + 1,
    geometry: { type: "Polygon", coordinates },
    properties: attributes,
  };
}

export async function featureService(count: number, most: number): Promise<FeatureService> {
  const asked: string[] = [];
  let pages = 0;
  const service: { -readonly [K in keyof FeatureService]: FeatureService[K] } = {
    address: "",
    asked,
    count,
    faults: [],
    services: undefined,
    fields: undefined,
    close: async () => {},
  };
  const json = (response: ServerResponse, body: unknown) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(body));
  };
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "", "http://localhost");
    asked.push(request.url ?? "");
    if (url.pathname.endsWith("/rest/services")) {
      const services = service.services?.map((name) => ({ name, type: "FeatureServer" }));
      return json(response, services ? { currentVersion: 11.3, services } : INVALID);
    }
    const [name = ""] = url.pathname.split("/rest/services/")[1]?.split("/") ?? [];
    if (service.services && !service.services.includes(name)) return json(response, INVALID);
    if (!url.pathname.endsWith("/query")) {
      return json(response, {
        objectIdField: OBJECT_ID,
        maxRecordCount: most,
        type: "Feature Layer",
        ...(service.fields && { fields: service.fields.map((field) => ({ name: field })) }),
      });
    }
    const { searchParams: query } = url;
    if (query.get("returnCountOnly") === "true") return json(response, { count: service.count });
    pages++;
    const offset = Number(query.get("resultOffset"));
    const size = Math.min(most, Number(query.get("resultRecordCount")));
    const outlines = query.get("f") === "geojson";
    const features = Array.from(
      { length: Math.max(0, Math.min(size, service.count - offset)) },
      (_, i) => featureOf(offset + i, outlines),
    );
    const fault = service.faults.find(({ page }) => page === pages);
    if (fault) return fault.answer(response, features);
    const exceededTransferLimit = offset + features.length < service.count;
    json(
      response,
      outlines
        ? { type: "FeatureCollection", properties: { exceededTransferLimit }, features }
        : { exceededTransferLimit, features },
    );
  };
  const server = createServer(handle);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  service.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rest/services`;
  service.close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(() => done()));
  };
  return service;
}
