/** The map with its legend, its enlarged London, its hover card and what it says of its own ground. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { FoundFigures } from "../../../server/core/hotspots/place-figures.ts";
import type { StudyIndex } from "../../../server/core/hotspots/study-index.ts";
import type { Answer } from "../../answer.ts";
import { fetchBasemap } from "../../api.ts";
import { heldOf } from "../../held.ts";
import { LONDON } from "../../map/camera.ts";
import type { MapHandle } from "../../map/create-map.ts";
import type { MapModel } from "../../map/ground.ts";
import type { PickedGround } from "../../map/listen.ts";
import type { Loaded } from "../../parts/when-loaded.tsx";
import { mapHeading } from "../../ranking-words.ts";
import { useActions } from "../../shell/context.tsx";
import type { State } from "../../state.ts";
import { texts } from "../../texts/hotspots.ts";
import { shared } from "../../texts/shared.ts";
import { regionShort } from "../../texts/words.ts";
import type { Params } from "../../view.ts";
import { FigureNote, figureWords } from "./figure-note.tsx";
import { FitKey, fitWords, useFitOnMap } from "./fit-key.tsx";
import { GroundNote } from "./ground-note.tsx";
import { heldWords } from "./held-line.tsx";
import { HeldMap, HeldSlider, MIDDLE } from "./held-map.tsx";
import { HoverCard } from "./hover-card.tsx";
import { Legend } from "./legend.tsx";
import { FullScreen, NorthArrow } from "./map-furniture.tsx";
import { NeedKey, needWords, useNeedOnMap } from "./need-key.tsx";

const NO_PARAMS: Params = {};

interface MapPanelProps {
  readonly index: StudyIndex;
  readonly state: State;
  readonly answer: Answer;
  /** Of what is held to compare with. */
  readonly before: Answer | undefined;
  /** What places are coloured by, where it is of the server; undefined where it is not. */
  readonly figures: Loaded<FoundFigures> | undefined;
}

export function MapPanel({ index, state, answer, before, figures }: MapPanelProps) {
  const { view, hover } = state;
  const { study } = index;
  const chosen = useMemo(() => {
    const place = study.places.findIndex(({ code }) => code === view.place);
    return place < 0 ? undefined : place;
  }, [study, view.place]);
  const { region, params } = view;
  const need = useNeedOnMap(study, answer.question, region, params.need);
  const fit = useFitOnMap(answer.question, params);
  const asked = before?.question ?? answer.question;
  const heldNeed = useNeedOnMap(study, asked, region, before && params.need);
  const heldFit = useFitOnMap(asked, before ? params : NO_PARAMS);
  const model = useMemo<MapModel>(
    () => ({
      answer,
      depths: view.depths,
      chosen,
      hover: hover?.place,
      need: need.bare,
      fit: fit.drawn,
    }),
    [answer, view.depths, chosen, hover?.place, need.bare, fit.drawn],
  );
  const londonInView = view.region === undefined || view.region === LONDON;
  const overlayWords = (place: number) =>
    [needWords(need, study.places[place]!.code), fitWords(index, fit, place)].filter(Boolean);
  const [line, setLine] = useState(MIDDLE);
  const [atCentre, setCentre] = useState<Centre>();
  const { handle, frame, inset } = useMaps(index, state, model, setCentre);
  const centre = atCentre && centreWords(index, answer, atCentre.ground, overlayWords);
  useFollowing(handle, state, chosen);
  return (
    <section class="map-panel" aria-labelledby="map-heading" data-map={state.map}>
      <div class="map-head">
        <h2 id="map-heading">{mapHeading(view)}</h2>
        {!view.held && <HoldButton />}
      </div>
      {figures && <FigureNote figures={figures} />}
      <NeedKey need={need} wanted={params.need} />
      <FitKey fit={fit} params={params} places={study.layer.id} />
      <div class={view.held ? "map-body map-comparing" : "map-body"}>
        <div class="map-frame">
          <div class="map-canvas" ref={frame} />
          <i class="map-cross" aria-hidden="true" />
          <p class="unseen" aria-live="polite">
            {centre}
          </p>
          {state.map === "loading" && <p class="map-wait">{texts.mapLoading}</p>}
          {state.map === "failed" && <p class="map-wait map-failed">{texts.mapFailed}</p>}
          {handle && view.held && before && (
            <HeldMap
              study={study}
              main={handle}
              answer={before}
              depths={view.depths}
              need={heldNeed.bare}
              fit={heldFit.drawn}
              held={heldWords(study, view.held)}
              now={heldWords(study, heldOf(view))}
              line={line}
              onDrawn={() => count("heldIdle")}
            />
          )}
          <NorthArrow />
          <p class="map-credit">{study.layer.attribution}</p>
          {handle && <MapButtons handle={handle} region={view.region} />}
          {handle && hover && (
            <HoverCard
              index={index}
              hover={hover}
              answer={answer}
              overlays={overlayWords(hover.place)}
              pixelOf={handle.pixelOf}
            />
          )}
        </div>
        {view.held && <HeldSlider line={line} onLine={setLine} />}
        <Legend answer={answer} classes={view.depths} />
        <figure class="inset" hidden={state.map === "failed" || !londonInView}>
          <figcaption>{texts.inset}</figcaption>
          <div class="inset-canvas" ref={inset} />
        </figure>
      </div>
      <GroundNote study={study} answer={answer} />
    </section>
  );
}

/** What lies under the cross, once a person has moved it by keys; no ground is told as such. */
interface Centre {
  readonly ground: PickedGround | undefined;
}

function centreWords(
  { study }: StudyIndex,
  answer: Answer,
  ground: PickedGround | undefined,
  overlays: (place: number) => readonly string[],
) {
  if (!ground) return texts.nothingAtCentre;
  if (ground.place === undefined) return texts.atCentre(texts.outside);
  const row = answer.rowOf.get(ground.place);
  const counts = row && [
    texts.squares(row.covers, row.touches, row.within),
    figureWords(answer, row),
    ...overlays(ground.place),
  ];
  return texts.atCentre(study.places[ground.place]!.name, counts?.filter(Boolean).join(". "));
}

/** Makes the maps once the page has shown its words, and keeps them in line with the model. */
function useMaps(
  index: StudyIndex,
  state: State,
  model: MapModel,
  onCentre: (centre: Centre) => void,
) {
  const actions = useActions();
  const frame = useRef<HTMLDivElement>(null);
  const inset = useRef<HTMLDivElement>(null);
  const [handle, setHandle] = useState<MapHandle>();
  const [small, setSmall] = useState<Pick<MapHandle, "show" | "remove">>();
  const { camera } = state.view;
  const first = useRef(camera);
  useEffect(() => {
    let gone = false;
    let bothDrawn = false;
    let made: Pick<MapHandle, "remove">[] = [];
    const make = async () => {
      const [{ createInset, createMap }, basemap] = await Promise.all([
        import("../../map/create-map.ts"),
        fetchBasemap(),
      ]);
      if (gone || !frame.current) return;
      if (!basemap.ok) actions.say(texts.basemapFault);
      const { study } = index;
      const start = {
        camera: first.current,
        label: texts.mapLabel,
        basemap: basemap.ok ? basemap.value : undefined,
      };
      const large = createMap(frame.current, study, start, {
        onPick: ({ place, cell }, by) => {
          const opener = by === "key" ? "map" : "list";
          if (place === undefined) actions.chooseCell(cell, opener);
          else actions.choosePlace(study.places[place]!.code, opener);
          // What was open already gets the focus as what is opened does.
          if (by === "key") document.getElementById("card-heading")?.focus();
        },
        onHover: (ground, point) => {
          const [within] = point === undefined ? [] : study.initiatives[point]!.within;
          const place = ground ?? within;
          actions.hover(place === undefined ? undefined : { place, from: "map", point });
        },
        onCentre: (ground) => onCentre({ ground }),
        onMove: actions.moveCamera,
        onReady: () => {
          actions.mapIs("ready");
          // The small map waits for the large one, so that England stands sooner.
          if (gone || !inset.current) return;
          const drawn = () => {
            bothDrawn = true;
            count("mapIdle");
          };
          const london = createInset(inset.current, study, drawn);
          if (!london) return drawn();
          made = [...made, london];
          setSmall(london);
        },
        onIdle: () => bothDrawn && count("mapIdle"),
        onFault: () => actions.say(texts.mapFault),
      });
      made = [...made, large];
      setHandle(large);
    };
    make().catch(() => actions.mapIs("failed"));
    return () => {
      gone = true;
      for (const { remove } of made) remove();
    };
  }, [index, actions]);
  useEffect(() => handle?.show(model), [handle, model]);
  useEffect(() => small?.show(model), [small, model]);
  return { handle, frame, inset };
}

/** For tests: how often a map has drawn all that was asked of it. */
function count(map: "mapIdle" | "heldIdle") {
  const { dataset } = document.body;
  dataset[map] = String(Number(dataset[map] ?? 0) + 1);
}

interface Followed {
  readonly chosen: number | undefined;
  readonly jumps: number;
  readonly region: string | undefined;
}

/** Brings a newly chosen place or region into sight, and follows the address on the back button. */
function useFollowing(handle: MapHandle | undefined, state: State, chosen: number | undefined) {
  const { jumps, view } = state;
  const { camera, region } = view;
  const followed = useRef<Followed | undefined>(undefined);
  useEffect(() => {
    if (!handle) return;
    const before = followed.current;
    followed.current = { chosen, jumps, region };
    const jumped = before !== undefined && before.jumps !== jumps;
    if ((jumped || !before) && camera) return jumped ? handle.look(camera) : undefined;
    if (chosen !== undefined && (jumped || chosen !== before?.chosen)) handle.goTo(chosen);
    else if (jumped || region !== before?.region) handle.whole(region);
  }, [handle, chosen, jumps, camera, region]);
}

function HoldButton() {
  const { holdView } = useActions();
  return (
    <button type="button" class="text-button" title={texts.holdTitle} onClick={holdView}>
      {texts.hold}
    </button>
  );
}

function MapButtons({ handle, region }: { handle: MapHandle; region: string | undefined }) {
  const { moveCamera } = useActions();
  const whole = () => {
    handle.whole(region);
    moveCamera(undefined);
  };
  return (
    <>
      <div class="map-buttons map-zoom">
        <button type="button" class="step" title={texts.zoomIn} onClick={() => handle.zoomBy(1)}>
          <span aria-hidden="true">+</span>
          <span class="unseen">{texts.zoomIn}</span>
        </button>
        <button type="button" class="step" title={texts.zoomOut} onClick={() => handle.zoomBy(-1)}>
          <span aria-hidden="true">−</span>
          <span class="unseen">{texts.zoomOut}</span>
        </button>
      </div>
      <div class="map-buttons">
        <FullScreen />
        <button type="button" class="step step-wide" onClick={whole}>
          {texts.wholeOf(region === undefined ? shared.england : regionShort(region))}
        </button>
      </div>
    </>
  );
}
