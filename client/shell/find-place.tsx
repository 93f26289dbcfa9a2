/** Find a place: a combobox over every place of the study, ranked or not. */
import { useMemo, useRef, useState } from "preact/hooks";
import type { Place } from "../../server/core/model.ts";
import { shared } from "../texts/shared.ts";
import { HOTSPOTS, PLACE } from "../view.ts";
import { useActions, useAppState } from "./context.tsx";

const MOST_FOUND = 8;
const LIST = "found-places";

/** Places whose name holds the text; names that begin with it, or a word of them, come first. */
export function findPlaces(places: readonly Place[], text: string): Place[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  const scored = places.flatMap((place) => {
    const name = place.name.toLowerCase();
    const at = name.indexOf(wanted);
    if (at < 0 && place.code.toLowerCase() !== wanted) return [];
    return [{ place, score: at <= 0 ? 0 : name[at - 1] === " " ? 1 : 2 }];
  });
  return scored
    .sort((a, b) => a.score - b.score || a.place.name.localeCompare(b.place.name))
    .slice(0, MOST_FOUND)
    .map(({ place }) => place);
}

export function FindPlace() {
  const { study, view } = useAppState();
  const { choosePlace, goTo } = useActions();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const places = study.status === "ready" ? study.index.study.places : undefined;
  const found = useMemo(() => findPlaces(places ?? [], text), [places, text]);
  const showing = open && text.trim() !== "";
  const choose = (place: Place | undefined) => {
    if (!place) return;
    setText("");
    setOpen(false);
    if (view.screen === HOTSPOTS) choosePlace(place.code);
    else goTo(PLACE, { place: place.code, cell: undefined, camera: undefined });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      setOpen(true);
      setAt((at + step + found.length) % found.length);
    } else if (event.key === "Enter") choose(found[at]);
    else if (event.key === "Escape" && text !== "") {
      event.stopPropagation();
      setText("");
      setOpen(false);
    }
  };
  return (
    <search class="find">
      <input
        ref={input}
        id="find"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={shared.find}
        aria-label={shared.find}
        aria-expanded={showing}
        aria-controls={LIST}
        aria-autocomplete="list"
        {...(showing && found[at] ? { "aria-activedescendant": `found-${found[at].code}` } : {})}
        disabled={!places}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <span class="key" aria-hidden="true">
        /
      </span>
      {/* A listbox may not hold plain text, so "none" stands beside it. */}
      <div
        class="found"
        id={LIST}
        role="listbox"
        aria-label={shared.find}
        hidden={!showing || !found.length}
      >
        {found.map((place, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox takes the keys for its options
          <div
            key={place.code}
            id={`found-${place.code}`}
            role="option"
            aria-selected={i === at}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(place)}
          >
            {place.name} <span>{place.region || place.country}</span>
          </div>
        ))}
      </div>
      {showing && found.length === 0 && <p class="find-none">{shared.findNone(text.trim())}</p>}
      <p class="unseen" aria-live="polite">
        {showing ? shared.findCount(found.length) : ""}
      </p>
    </search>
  );
}
