/** The map of England, and the small one of London: state goes in, events come out. */
import * as maplibregl from "maplibre-gl";
import type { LonLat, Study } from "../../server/core/model.ts";
import type { Camera } from "../view.ts";
import { type Basemap, basemapHost, overBasemap } from "./basemap.ts";
import { type Bounds, LONDON, londonBounds, padded, rankedBounds } from "./camera.ts";
import { dressMap } from "./dress-map.ts";
import { createGround, type MapModel } from "./ground.ts";
import { listen, type MapEvents } from "./listen.ts";
import { MAP_OPTIONS, queueUntilLoad, styleFor } from "./map-base.ts";

/** A point of the map in pixels from its corner, and the size of the map. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MapHandle {
  readonly show: (model: MapModel) => void;
  /** Bring a place into sight. */
  readonly goTo: (place: number) => void;
  /** All of England, or of one region. */
  readonly whole: (region?: string) => void;
  readonly look: (camera: Camera) => void;
  readonly zoomBy: (levels: number) => void;
  /** Where a point of the ground is drawn. */
  readonly pixelOf: (at: LonLat) => Spot;
  /** Tells where the map looks, now and whenever that changes. @returns what ends it */
  readonly watchView: (told: (camera: Camera) => void) => () => void;
  readonly remove: () => void;
}

/** Closest that choosing a place goes: its neighbours stay in sight. */
const CLOSEST = 9;
/** A map narrower than this names fewer places. */
const NARROW = 360;

/** What the main map begins with. */
export interface MapStart {
  readonly camera: Camera | undefined;
  /** Its name for those who do not see it. */
  readonly label: string;
  readonly basemap: Basemap | undefined;
}

/**
 * The main map.
 *
 * @throws Error where the browser has no WebGL
 */
export function createMap(
  container: HTMLElement,
  study: Study,
  start: MapStart,
  events: MapEvents,
): MapHandle {
  const { camera, label, basemap } = start;
  const england = rankedBounds(study.places);
  const map = new maplibregl.Map({
    ...MAP_OPTIONS,
    container,
    style: overBasemap(styleFor(study, false), basemap),
    minZoom: 3,
    maxZoom: 14,
    locale: { "Map.Title": label },
    ...(camera ? { center: [camera.lon, camera.lat], zoom: camera.zoom } : {}),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new maplibregl.ScaleControl({ maxWidth: 90, unit: "metric" }), "bottom-right");
  if (basemap) {
    const customAttribution = basemapHost(basemap);
    map.addControl(new maplibregl.AttributionControl({ customAttribution }), "bottom-left");
  }
  const frame = keepFramed(map, container);
  if (england && !camera) frame(england, "country", 0);
  const stopThemes = dressMap(map, false);
  const ground = createGround(map, study, container.clientWidth > NARROW ? 14 : 6);
  listen(map, study, events);
  map.once("style.load", () => frameInset(map, study));
  const whenReady = queueUntilLoad(map);
  return {
    show: (model) => whenReady(() => ground(model)),
    goTo: (place) => frame(study.places[place]!.bounds, "place", pace()),
    whole: (region) => {
      const bounds = rankedBounds(study.places, region);
      if (bounds) frame(bounds, "country", pace());
    },
    look: ({ zoom, lat, lon }) => void map.easeTo({ zoom, center: [lon, lat], duration: pace() }),
    zoomBy: (levels) => void map.zoomTo(map.getZoom() + levels, { duration: pace() }, byHand()),
    pixelOf: ({ lon, lat }) => {
      const { x, y } = map.project([lon, lat]);
      return { x, y, width: container.clientWidth, height: container.clientHeight };
    },
    watchView: (told) => {
      const tell = () => {
        const { lat, lng } = map.getCenter();
        told({ lat, lon: lng, zoom: map.getZoom() });
      };
      tell();
      map.on("move", tell);
      return () => void map.off("move", tell);
    },
    remove: () => {
      stopThemes();
      map.remove();
    },
  };
}

/**
 * The enlarged view of London: nothing in it moves or can be pressed. Undefined where the study has
 * no London.
 *
 * @param onDrawn called once, when its ground is drawn
 */
export function createInset(
  container: HTMLElement,
  study: Study,
  onDrawn: () => void,
): Pick<MapHandle, "show" | "remove"> | undefined {
  const bounds = londonBounds(study.places);
  if (!bounds) return undefined;
  const map = new maplibregl.Map({
    ...MAP_OPTIONS,
    container,
    style: styleFor(study, true),
    interactive: false,
    bounds: bounds as maplibregl.LngLatBoundsLike,
    fitBoundsOptions: { padding: 4 },
  });
  map.once("idle", onDrawn);
  const canvas = map.getCanvas();
  canvas.tabIndex = -1;
  canvas.setAttribute("aria-hidden", "true");
  const stopThemes = dressMap(map, true);
  const ground = createGround(map, study, 0, LONDON);
  const whenReady = queueUntilLoad(map);
  return {
    show: (model) => whenReady(() => ground(model)),
    remove: () => {
      stopThemes();
      map.remove();
    },
  };
}

/** Draws on the main map where the inset lies. */
function frameInset(map: maplibregl.Map, study: Study): void {
  const bounds = londonBounds(study.places);
  if (!bounds) return;
  const [w, s, e, n] = padded(bounds, 0.04);
  const coordinates = [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ];
  map.getSource<maplibregl.GeoJSONSource>("inset-frame")?.setData({
    type: "Feature",
    properties: {},
    geometry: { type: "LineString", coordinates },
  });
}

/** Marks a move as a person's, as those of mouse and keys are. */
const byHand = () => ({ originalEvent: new Event("press") });

const pace = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 600);

/** England leaves room for the inset and the scale bar; a place, for its neighbours. */
function paddingFor(kind: Framing, { clientWidth, clientHeight }: HTMLElement) {
  if (kind === "place") return Math.round(Math.min(clientWidth, clientHeight) / 3);
  return { top: 4, right: 20, bottom: Math.min(24, clientHeight / 10), left: 4 };
}

type Framing = "country" | "place";

/** Fits bounds, and fits them again when the frame changes size, until a person moves the map. */
function keepFramed(map: maplibregl.Map, container: HTMLElement) {
  let held: { bounds: Bounds; kind: Framing } | undefined;
  const refit = (duration: number) => {
    if (!held) return;
    map.fitBounds(held.bounds as maplibregl.LngLatBoundsLike, {
      padding: paddingFor(held.kind, container),
      maxZoom: CLOSEST,
      duration,
    });
  };
  map.on("movestart", (event) => {
    if ("originalEvent" in event && event.originalEvent) held = undefined;
  });
  map.on("resize", () => refit(0));
  return (bounds: Bounds, kind: Framing, duration: number) => {
    held = { bounds, kind };
    refit(duration);
  };
}
