/** Find a place, an initiative or a body: a combobox that opens the place it lies in. */
import { useMemo, useRef, useState } from "preact/hooks";
import type { Study } from "../../server/core/model.ts";
import { shared } from "../texts/shared.ts";
import { HOTSPOTS, PLACE } from "../view.ts";
import { useActions, useAppState } from "./context.tsx";
import { type Found, find, findable } from "./find.ts";

const LIST = "found-places";

const NOTHING: readonly Found[] = [];

export function FindPlace() {
  const { study, view } = useAppState();
  const { choosePlace, goTo } = useActions();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const index = study.status === "ready" ? study.index : undefined;
  const places = index?.study.places;
  const all = useMemo(() => (index ? findable(index) : NOTHING), [index]);
  const found = useMemo(() => (index ? find(all, index, text) : NOTHING), [index, all, text]);
  const showing = open && text.trim() !== "";
  const choose = (one: Found | undefined) => {
    const place = one && places?.[one.place];
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
        title={shared.findHint}
        aria-label={shared.find}
        aria-expanded={showing}
        aria-controls={LIST}
        aria-autocomplete="list"
        {...(showing && found[at] ? { "aria-activedescendant": `found-${at}` } : {})}
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
        {found.map((one, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox takes the keys for its options
          <div
            key={`${one.kind} ${one.name} ${one.place} ${one.programme ?? ""}`}
            id={`found-${i}`}
            role="option"
            aria-selected={i === at}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(one)}
          >
            {one.name} <span>{index && noteOf(one, index.study)}</span>
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

/** What a thing found is, and where it leads: names are shared by places, initiatives and bodies. */
function noteOf({ kind, place, programme = "", initiatives = 0 }: Found, study: Study): string {
  const { name, region, country } = study.places[place]!;
  if (kind === "initiative") return shared.foundInitiative(programme, name);
  if (kind === "body") return shared.foundBody(initiatives, name);
  return region || country;
}
