/** What a person does on the main map, as events. */
import type { Map as MapLibre, Point } from "maplibre-gl";
import type { Study } from "../../server/core/model.ts";
import type { Camera } from "../view.ts";

export interface PickedGround {
  readonly cell: number;
  readonly place: number | undefined;
}

export interface MapEvents {
  /** A piece of ground was chosen: a cell, in a place or outside every place. */
  readonly onPick: (ground: PickedGround, by: "pointer" | "key") => void;
  /** The pointer is over a place, or over none; and over an initiative's approximate point. */
  readonly onHover: (place: number | undefined, point: number | undefined) => void;
  /** While the map has the focus: what lies at its centre. */
  readonly onCentre: (ground: PickedGround | undefined) => void;
  /** A person moved the map. */
  readonly onMove: (camera: Camera) => void;
  readonly onReady: () => void;
  /** Everything asked for so far is drawn. */
  readonly onIdle: () => void;
  /** Part of the map could not be had. */
  readonly onFault: () => void;
}

const GROUND = ["depth-fill"];
const POINTS = ["point-symbol"];

export function listen(map: MapLibre, study: Study, events: MapEvents): void {
  map.on("click", ({ point }) => {
    const ground = groundAt(map, study, point);
    if (ground) events.onPick(ground, "pointer");
  });
  map.on("moveend", (event) => {
    if (!("originalEvent" in event) || !event.originalEvent) return;
    const { lat, lng } = map.getCenter();
    events.onMove({ zoom: map.getZoom(), lat, lon: lng });
  });
  map.on("load", events.onReady);
  map.on("idle", events.onIdle);
  map.on("error", events.onFault);
  listenToKeys(map, study, events);
  // A finger does not hover: what it taps is chosen.
  if (!matchMedia("(hover: none)").matches) listenToPointer(map, study, events);
}

/** Enter or Space chooses what lies at the centre, which arrows and + and - bring there. */
function listenToKeys(map: MapLibre, study: Study, events: MapEvents): void {
  const canvas = map.getCanvas();
  const centre = () => groundAt(map, study, map.project(map.getCenter()));
  const tell = () => {
    if (document.activeElement === canvas) events.onCentre(centre());
  };
  canvas.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const ground = centre();
    if (ground) events.onPick(ground, "key");
    else events.onCentre(undefined);
  });
  canvas.addEventListener("focus", tell);
  map.on("moveend", tell);
}

function listenToPointer(map: MapLibre, study: Study, events: MapEvents): void {
  map.on("mousemove", ({ point }) => {
    const ground = groundAt(map, study, point);
    const initiative = pointAt(map, point);
    map.getCanvas().style.cursor = ground ? "pointer" : "";
    events.onHover(ground?.place, initiative);
  });
  map.on("mouseout", () => events.onHover(undefined, undefined));
  map.on("movestart", () => events.onHover(undefined, undefined));
}

function groundAt(map: MapLibre, study: Study, point: Point): PickedGround | undefined {
  if (!map.getLayer(GROUND[0]!)) return undefined;
  const cells = map
    .queryRenderedFeatures(point, { layers: GROUND })
    .map(({ id }) => Number(id))
    .filter((cell) => study.cells[cell]);
  const placeOf = (cell: number) => study.cells[cell]!.place;
  const cell = cells.find((at) => placeOf(at) >= 0) ?? cells[0];
  if (cell === undefined) return undefined;
  return { cell, place: placeOf(cell) >= 0 ? placeOf(cell) : undefined };
}

/** The initiative whose point is drawn here. */
function pointAt(map: MapLibre, point: Point): number | undefined {
  if (!map.getLayer(POINTS[0]!)) return undefined;
  const [found] = map.queryRenderedFeatures(point, { layers: POINTS });
  return found && Number(found.properties.initiative);
}
