import "@fontsource/noto-sans/latin-400.css";
import "@fontsource/noto-sans/latin-600.css";
import "@fontsource/noto-sans/latin-700.css";
import "@fontsource/noto-sans/latin-ext-400.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/shell.css";
import "./styles/parts.css";
import "./styles/question.css";
import "./styles/print.css";
import "./styles/adapt.css";
import { render } from "preact";
import { createActions } from "./actions.ts";
import { createReplies } from "./replies.ts";
import { SCREENS } from "./screens/registry.ts";
import { App } from "./shell/app.tsx";
import { AppProvider } from "./shell/context.tsx";
import { createStore } from "./state.ts";

/** Milliseconds after which the page is drawn in whatever type there is. */
const LONGEST_WAIT = 500;

/** Waits for the type: drawn before it is there, everything would move a little when it comes. */
async function typeArrives(): Promise<void> {
  const weights = ["400", "600", "700"].map((weight) =>
    document.fonts.load(`${weight} 1em "Noto Sans"`),
  );
  const patience = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT));
  await Promise.race([Promise.allSettled(weights), patience]);
}

const store = createStore();
const actions = createActions(
  store,
  SCREENS.map(({ id }) => id),
);
const replies = createReplies();
const root = document.getElementById("app")!;
const started = actions.start();
await typeArrives();
root.replaceChildren();
render(
  <AppProvider value={{ store, actions, replies, screens: SCREENS }}>
    <App />
  </AppProvider>,
  root,
);
void started;
