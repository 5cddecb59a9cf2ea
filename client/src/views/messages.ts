import type { FactSheet, Place } from "../../../server/src/features/fact-sheet/sheet.ts";
import type { Timeline } from "../../../server/src/features/timeline/timeline.ts";

/** What the editor tells a view; `T` is what the view shows. */
export type ToView<T> =
  | { readonly type: "show"; readonly value: T }
  /** There is nothing to show, and why. */
  | { readonly type: "none"; readonly reason: string };

/** What a view tells the editor. */
export type FromView =
  | { readonly type: "ready" }
  | { readonly type: "open"; readonly place: Place }
  | { readonly type: "export"; readonly format: string };

/** What a view keeps while it is hidden, and over a reload of the window. */
export interface ViewState {
  /** The draft. */
  readonly uri: string;
}

export type { FactSheet, Place, Timeline };

/** The words of a view's controls, in the user's language. */
export type Words = Readonly<Record<string, string>>;
