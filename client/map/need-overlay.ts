/** Uncovered need on a map: shown, hidden, and told which small areas it is. */
import type { Map as MapLibre } from "maplibre-gl";

/** Small area, as its tiles number it -> {@link NOTHING_RECORDED} or {@link WITHIN_ONLY}. */
export type BareNeed = ReadonlyMap<number, number>;

const SOURCE = { source: "need", sourceLayer: "need" } as const;

/** Brings the layer of need of one map into line; undefined hides it. */
export function createNeedOverlay(map: MapLibre) {
  let told: BareNeed | undefined;
  return (need: BareNeed | undefined) => {
    if (need === told || !map.getSource(SOURCE.source)) return;
    told = need;
    if (need) {
      map.removeFeatureState(SOURCE);
      for (const [id, bare] of need) map.setFeatureState({ ...SOURCE, id }, { bare });
    }
    for (const layer of ["need-fill", "need-line"])
      map.setLayoutProperty(layer, "visibility", need ? "visible" : "none");
  };
}
