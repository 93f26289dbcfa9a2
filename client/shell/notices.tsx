/** Sentences for the person: what an address could not give, that the connection is gone. */
import type { State } from "../state.ts";
import { shared } from "../texts/shared.ts";
import { useActions } from "./context.tsx";

export function Notices({ notices, online }: Pick<State, "notices" | "online">) {
  const { dismissNotice } = useActions();
  return (
    <div class="notices" aria-live="polite">
      {!online && <p class="notice notice-offline">{shared.offline}</p>}
      {notices.map((sentence) => (
        <p class="notice" key={sentence}>
          {sentence}
          <button
            type="button"
            class="close"
            aria-label={shared.dismiss}
            onClick={() => dismissNotice(sentence)}
          >
            <span aria-hidden="true">×</span>
          </button>
        </p>
      ))}
    </div>
  );
}
