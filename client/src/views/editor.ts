import type { FromView, Place, ToView, ViewState, Words } from "./messages.ts";

/** The editor as a view sees it: what it says, what can be said to it, and what it keeps for us. */
export interface Editor<T, S extends ViewState> {
  readonly words: Words;
  readonly state: Partial<S> & ViewState;
  keep(state: Partial<S>): void;
  open(place: Place): void;
  save(format: string): void;
  hear(show: (value: T) => void, showNone: (reason: string) => void): void;
}

/** Begins to talk with the editor; may be called once. */
export function editor<T, S extends ViewState>(): Editor<T, S> {
  const api = acquireVsCodeApi<Partial<S> & ViewState>();
  const { uri = "", words = "{}" } = document.body.dataset;
  let state: Partial<S> & ViewState = { ...api.getState(), uri } as Partial<S> & ViewState;
  api.setState(state);
  const tell = (message: FromView) => api.postMessage(message);
  return {
    words: JSON.parse(words) as Words,
    get state() {
      return state;
    },
    keep(more) {
      state = { ...state, ...more };
      api.setState(state);
    },
    open: (place) => tell({ type: "open", place }),
    save: (format) => tell({ type: "export", format }),
    hear(show, showNone) {
      window.addEventListener("message", ({ data }: MessageEvent<ToView<T>>) =>
        data.type === "show" ? show(data.value) : showNone(data.reason),
      );
      tell({ type: "ready" });
    },
  };
}

/** Adds a style that the view's strict policy allows: no markup has to carry it. */
export function addStyle(...styles: readonly string[]): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles.join("\n"));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
