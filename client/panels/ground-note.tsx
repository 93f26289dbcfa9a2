/** What the ground under the figures is, and how far it can be trusted. */
import type { Study } from "../../server/core/model.ts";
import { count } from "../format.ts";
import { texts } from "../texts.ts";

export function GroundNote({ study }: { study: Study }) {
  const { layer, places } = study;
  const { accuracy } = layer;
  const far =
    accuracy === undefined ? texts.someKm : `${count(Math.round(accuracy / 100) / 10)} km`;
  const abroad = places.some(({ country }) => country !== "England");
  return (
    <p class={layer.grade === "generalised" ? "ground-note ground-rough" : "ground-note"}>
      {layer.grade === "generalised"
        ? texts.generalised(layer.title, far)
        : texts.geography(layer.title, layer.vintage)}{" "}
      {abroad && texts.unranked}
    </p>
  );
}
