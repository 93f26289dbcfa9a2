/** One server over the bundled data for all browser tests that change nothing on it. */
import type { TestProject } from "vitest/node";
import { serveApp } from "./served-app.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the shared server. */
    served: string;
  }
}

/** Vitest calls it once before the browser tests, and what it returns after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const app = await serveApp();
  project.provide("served", app.address);
  return app.stop;
}
