/** The map's colours: the tokens of client/styles/tokens.css, as the page resolves them now. */
import { DEPTH_CLASSES } from "../view.ts";

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly hatch: string;
  readonly land: string;
  readonly landline: string;
  readonly focus: string;
  /** Need that no outline reaches. */
  readonly need: string;
  readonly gap: string;
  readonly overspill: string;
  /** One a depth class, 0 first. */
  readonly depths: readonly string[];
}

/** @param token gives the value of a custom property by its name without dashes */
export function paletteFrom(token: (name: string) => string): Palette {
  return {
    paper: token("paper"),
    ink: token("ink"),
    ink2: token("ink2"),
    hatch: token("hatch"),
    land: token("land"),
    landline: token("landline"),
    focus: token("focus"),
    need: token("need"),
    gap: token("gap"),
    overspill: token("overspill"),
    depths: DEPTH_CLASSES.map((depth) => token(`d${depth}`)),
  };
}

/** The palette of the theme that the page is in. */
export function pagePalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  return paletteFrom((name) => style.getPropertyValue(`--${name}`).trim());
}
