/**
 * Paths at which the app is served: one a screen of client/screens/registry.ts, so that a link to any
 * of them can be opened and anything else is still told as not found.
 */
export const SCREEN_PATHS = [
  "/",
  "/hotspots",
  "/place/:code",
  "/coterminosity",
  "/streams",
  "/export",
  "/checks",
] as const;
