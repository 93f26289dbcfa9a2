/**
 * The screens, in the order of the header. A new screen is a folder beside this file, a texts module
 * of its name in client/texts, a line here and its path in server/api/screen-paths.ts.
 */
import { shared } from "../texts/shared.ts";
import type { Screen } from "./screen.ts";

const TO_MAIN = { to: "#main", label: shared.skipToMain };

export const SCREENS: readonly Screen[] = [
  {
    id: "start",
    label: shared.screens.start,
    skip: TO_MAIN,
    load: async () => (await import("./start/screen.tsx")).StartScreen,
  },
  {
    id: "hotspots",
    label: shared.screens.hotspots,
    skip: { to: "#list", label: shared.skipToList },
    load: async () => (await import("./hotspots/screen.tsx")).HotspotsScreen,
  },
  {
    id: "place",
    skip: TO_MAIN,
    load: async () => (await import("./place/screen.tsx")).PlaceScreen,
  },
  {
    id: "coterminosity",
    label: shared.screens.coterminosity,
    skip: TO_MAIN,
    load: async () => (await import("./coterminosity/screen.tsx")).CoterminosityScreen,
  },
  {
    id: "streams",
    label: shared.screens.streams,
    skip: TO_MAIN,
    load: async () => (await import("./streams/screen.tsx")).StreamsScreen,
  },
  {
    id: "export",
    label: shared.screens.export,
    skip: TO_MAIN,
    load: async () => (await import("./export/screen.tsx")).ExportScreen,
  },
  {
    id: "checks",
    skip: TO_MAIN,
    load: async () => (await import("./checks/screen.tsx")).ChecksScreen,
  },
];

/** The screen of an id; undefined where there is none. */
export const screenOf = (id: string): Screen | undefined =>
  SCREENS.find((screen) => screen.id === id);
