/** What a map shows of an answer: told to MapLibre as differences, so that a step stays cheap. */
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import type { FitGroundReply } from "../../server/contract/fit-ground.ts";
import type { Study } from "../../server/core/model.ts";
import { type Answer, classShown, depthClass, depthShown } from "../answer.ts";
import { metricClass, metricOf } from "../metrics.ts";
import { discShapes, pointShapes } from "./discs.ts";
import { countPoints } from "./labels.ts";
import { LEFT_OUT } from "./layers/depth.ts";
import { type BareNeed, createNeedOverlay } from "./need-overlay.ts";

/** Gap and overspill as they are drawn. */
export type DrawnFit = FitGroundReply["ground"];

const NO_FIT: DrawnFit = { type: "FeatureCollection", features: [] };

/** What the map is to show: a plain value made from the state. */
export interface MapModel {
  readonly answer: Answer;
  /** Classes that the legend leaves in; empty for all. */
  readonly depths: readonly number[];
  readonly chosen: number | undefined;
  readonly hover: number | undefined;
  /** Need that no outline reaches; absent shows none. */
  readonly need?: BareNeed | undefined;
  /** Gap and overspill; absent shows none. */
  readonly fit?: DrawnFit | undefined;
}

/**
 * The class that each cell is coloured by: its depth, or {@link LEFT_OUT} where the legend leaves it
 * out, or where it is bare ground that is not ranked.
 */
export function cellClasses(study: Study, { answer, depths }: MapModel): Int8Array {
  const classes = new Int8Array(study.cells.length).fill(LEFT_OUT);
  if (metricOf(answer.by)) return classes;
  const { region } = answer;
  study.cells.forEach((cell, i) => {
    const place = study.places[cell.place];
    const depth = answer.depths[i]!;
    if (region !== undefined && place?.region !== region) return;
    if (depth === 0 && place?.country !== "England") return;
    if (depthShown(depths, depth)) classes[i] = depthClass(depth);
  });
  return classes;
}

/**
 * The class that each place is coloured by, under a metric of places; {@link LEFT_OUT} for none, or
 * where the legend leaves it out.
 */
export function placeClasses(study: Study, { answer, depths }: MapModel): Int8Array {
  const metric = metricOf(answer.by);
  const classes = new Int8Array(study.places.length).fill(LEFT_OUT);
  if (!metric) return classes;
  for (const row of answer.rows) {
    const at = metricClass(metric, row);
    if (classShown(depths, at)) classes[row.place] = at;
  }
  return classes;
}

/**
 * Brings one map into line with a model, touching only what changed since the last.
 *
 * @param named how many places are named while the whole country is in sight
 * @param region the one that a map shows: the others' ground is not told to it
 */
export function createGround(map: MapLibre, study: Study, named: number, region?: string) {
  const isShown = (place: number) => region === undefined || study.places[place]?.region === region;
  const cells = study.cells.map(({ place }) => isShown(place));
  let told: Int8Array | undefined;
  let counts: unknown;
  const overlay = createNeedOverlay(map);
  const drawn: Record<"discs" | "points", string> = { discs: "", points: "" };
  const marked: Record<"chosen" | "hover", number | undefined> = {
    chosen: undefined,
    hover: undefined,
  };
  let toldPlaces: Int8Array | undefined;
  let fit: DrawnFit = NO_FIT;
  const draw = (source: "discs" | "points", { answer }: MapModel) => {
    const key = answer[source].join();
    if (drawn[source] === key) return;
    drawn[source] = key;
    const shapes = { discs: discShapes, points: pointShapes }[source](study, answer[source]);
    map.getSource<GeoJSONSource>(source)?.setData(shapes);
  };
  const mark = (state: "chosen" | "hover", place: number | undefined) => {
    const was = marked[state];
    if (was === place) return;
    const target = (id: number) => ({ source: "places", sourceLayer: "places", id });
    if (was !== undefined) map.setFeatureState(target(was), { [state]: false });
    if (place !== undefined) map.setFeatureState(target(place), { [state]: true });
    marked[state] = place;
  };
  return (model: MapModel) => {
    const classes = cellClasses(study, model);
    classes.forEach((depth, id) => {
      if (told?.[id] === depth || !cells[id]) return;
      map.setFeatureState({ source: "cells", sourceLayer: "cells", id }, { depth });
    });
    told = classes;
    const placed = placeClasses(study, model);
    placed.forEach((at, id) => {
      if ((toldPlaces?.[id] ?? LEFT_OUT) === at) return;
      map.setFeatureState({ source: "places", sourceLayer: "places", id }, { class: at });
    });
    toldPlaces = placed;
    if (counts !== model.answer.shown) {
      counts = model.answer.shown;
      const rows = model.answer.shown.filter(({ place }) => isShown(place));
      map
        .getSource<GeoJSONSource>("counts")
        ?.setData(countPoints(study.places, rows, named, metricOf(model.answer.by)));
    }
    overlay(model.need);
    const drawnFit = model.fit ?? NO_FIT;
    if (drawnFit !== fit) {
      fit = drawnFit;
      map.getSource<GeoJSONSource>("fit")?.setData(drawnFit);
    }
    draw("discs", model);
    draw("points", model);
    mark("chosen", model.chosen);
    mark("hover", model.hover);
  };
}
