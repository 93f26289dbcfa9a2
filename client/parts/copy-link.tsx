/** Copies the link that pins the data of what is looked at; nothing where there is nothing to keep. */
import { pinnedLink } from "../pinned-link.ts";
import { useAppState } from "../shell/context.tsx";
import { shared } from "../texts/shared.ts";
import { PLACE, START } from "../view.ts";
import { CopyButton } from "./copy-button.tsx";

export function CopyLink() {
  const { view, study } = useAppState();
  const nowhere = view.screen === PLACE && view.place === undefined;
  if (study.status !== "ready" || view.screen === START || nowhere) return null;
  const { dataVersion } = study.index.study;
  return (
    <CopyButton label={shared.copyLink} look="button" text={() => pinnedLink(view, dataVersion)} />
  );
}
