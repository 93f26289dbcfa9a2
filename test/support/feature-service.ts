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
  readonly close: () => Promise<void>;
}

const OBJECT_ID = "FID";

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
  const service = { address: "", asked, count, faults: [] as Fault[], close: async () => {} };
  const json = (response: ServerResponse, body: unknown) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(body));
  };
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "", "http://localhost");
    asked.push(request.url ?? "");
    if (!url.pathname.endsWith("/query")) {
      return json(response, {
        objectIdField: OBJECT_ID,
        maxRecordCount: most,
        type: "Feature Layer",
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
