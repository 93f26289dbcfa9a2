import type { Response } from "express";
import type { Held } from "./study-source.ts";

/** Every reply that carries figures says which data they rest on. */
export function sendFigures(response: Response, { dataVersion }: Held, body: unknown): void {
  response.set("Patchwork-Data", dataVersion);
  response.set("Cache-Control", "no-cache");
  response.json(body);
}
