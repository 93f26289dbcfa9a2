/** One way in: whose it is, what is behind it, and its figure on the date. */
import { ScreenLink } from "../../parts/screen-link.tsx";
import type { DoorWords } from "./doors.ts";

export function Door({ door }: { door: DoorWords }) {
  const { screen, change, who, word, what, value, unit } = door;
  return (
    <li class="door">
      <p class="door-who">{who}</p>
      <h3>
        <ScreenLink screen={screen} change={change}>
          {word}
        </ScreenLink>
      </h3>
      <p class="door-what">{what}</p>
      <p class="door-figure">
        <b>{value}</b> {unit}
      </p>
    </li>
  );
}
