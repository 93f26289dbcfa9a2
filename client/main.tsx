import "@fontsource/noto-sans/latin-400.css";
import "@fontsource/noto-sans/latin-600.css";
import "@fontsource/noto-sans/latin-700.css";
import "@fontsource/noto-sans/latin-ext-400.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/layout.css";
import "./styles/map.css";
import "./styles/list.css";
import "./styles/card.css";
import "./styles/adapt.css";
import { render } from "preact";
import { createActions } from "./actions.ts";
import { App } from "./panels/app.tsx";
import { AppProvider } from "./panels/context.tsx";
import { createStore } from "./state.ts";

const store = createStore();
const actions = createActions(store);
const root = document.getElementById("app")!;
root.replaceChildren();
render(
  <AppProvider value={{ store, actions }}>
    <App />
  </AppProvider>,
  root,
);
void actions.start();
// The map's code comes while the study does, once the page stands. A failure is told by the panel.
requestAnimationFrame(() => void import("./map/create-map.ts").catch(() => undefined));
