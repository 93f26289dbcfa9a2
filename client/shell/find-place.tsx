/**
 * Find a place, an initiative, a body or an organisation: a combobox. A place or an initiative opens the
 * place that it lies in; a body or an organisation lists its initiatives, to choose one of.
 */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { OrganisationsReply } from "../../server/contract/organisations.ts";
import type { Study } from "../../server/core/model.ts";
import { useReply } from "../parts/use-reply.ts";
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
  const [of, setOf] = useState<Found>();
  const [wanted, setWanted] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const index = study.status === "ready" ? study.index : undefined;
  const places = index?.study.places;
  const told = useReply<OrganisationsReply>(wanted ? "/api/v1/organisations" : undefined);
  const organisations = told.status === "ready" ? told.value.organisations : undefined;
  const all = useMemo(
    () => (index ? findable(index, organisations) : NOTHING),
    [index, organisations],
  );
  const found = useMemo(
    () => of?.members ?? (index ? find(all, index, text) : NOTHING),
    [index, all, text, of],
  );
  const showing = open && text.trim() !== "";
  const choose = (one: Found | undefined) => {
    const place = one && places?.[one.place];
    if (!place) return;
    setAt(0);
    if (one.members) {
      setOf(one);
      setText(one.name);
      setOpen(true);
      return;
    }
    setOf(undefined);
    setText("");
    setOpen(false);
    if (view.screen === HOTSPOTS) choosePlace(place.code);
    else goTo(PLACE, { place: place.code, cell: undefined, camera: undefined });
  };
  useEffect(() => {
    if (showing) document.getElementById(`found-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [showing, at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      setOpen(true);
      setAt((at + step + found.length) % found.length);
    } else if (event.key === "Enter") choose(found[at]);
    else if (event.key === "Escape" && text !== "") {
      event.stopPropagation();
      setOf(undefined);
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
          setOf(undefined);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setWanted(true)}
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
            key={`${i} ${one.kind} ${one.name}`}
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
        {showing &&
          (of ? shared.findMembers(of.name, found.length) : shared.findCount(found.length))}
      </p>
    </search>
  );
}

/** What a thing found is, and where it leads: names are shared by places, initiatives and bodies. */
function noteOf({ kind, place, programme = "", members }: Found, study: Study): string {
  const { name, region, country } = study.places[place]!;
  if (kind === "initiative") return shared.foundInitiative(programme, name);
  if (kind === "body") return shared.foundBody(members!.length);
  if (kind === "organisation") return shared.foundOrganisation(members!.length);
  return region || country;
}
