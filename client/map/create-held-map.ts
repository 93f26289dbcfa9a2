/** The map of what is held, laid over the main one and following it: nothing in it can be pressed. */
import * as maplibregl from "maplibre-gl";
import type { Study } from "../../server/core/model.ts";
import type { MapHandle } from "./create-map.ts";
import { dressMap } from "./dress-map.ts";
import { createGround } from "./ground.ts";
import { MAP_OPTIONS, queueUntilLoad, styleFor } from "./map-base.ts";

/** Places named while the whole country is in sight: few, since the main map's names show too. */
const NAMED = 6;

/** @param onDrawn called whenever all that was asked of it is drawn */
export function createHeldMap(
  container: HTMLElement,
  study: Study,
  main: MapHandle,
  onDrawn: () => void,
): Pick<MapHandle, "show" | "remove"> {
  const map = new maplibregl.Map({
    ...MAP_OPTIONS,
    container,
    style: styleFor(study, false),
    interactive: false,
  });
  const canvas = map.getCanvas();
  canvas.tabIndex = -1;
  canvas.setAttribute("aria-hidden", "true");
  const stopThemes = dressMap(map, false);
  const stopFollowing = main.watchView(({ lat, lon, zoom }) =>
    map.jumpTo({ center: [lon, lat], zoom }),
  );
  map.on("idle", onDrawn);
  const ground = createGround(map, study, NAMED);
  const whenReady = queueUntilLoad(map);
  return {
    show: (model) => whenReady(() => ground(model)),
    remove: () => {
      stopFollowing();
      stopThemes();
      map.remove();
    },
  };
}
