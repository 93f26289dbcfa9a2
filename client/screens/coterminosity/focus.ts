/** Where the focus goes when a cell opens, and back to when its card is put away. */

export const CARD_HEADING = "fit-card-heading";

export const cellId = (body: string, tier: string) => `fit-${body}-${tier}`;

/** Once the screen is drawn anew: what has just been opened is read out, and scrolled to. */
export function focusSoon(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus(), 0);
}
