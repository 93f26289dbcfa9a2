/** The server that browser tests share: test/support/browser-world.ts starts it. Nobody else stops it. */
import { inject } from "vitest";
import type { ServedApp } from "./served-app.ts";

export const sharedApp = (): ServedApp => ({
  address: inject("served"),
  stop: async () => undefined,
});
