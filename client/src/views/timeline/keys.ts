export type KeyAction = "next" | "previous" | "first" | "last" | "activate" | "in" | "out" | "all";

const KEYS: Readonly<Record<string, KeyAction>> = {
  ArrowRight: "next",
  ArrowDown: "next",
  ArrowLeft: "previous",
  ArrowUp: "previous",
  Home: "first",
  End: "last",
  Enter: "activate",
  " ": "activate",
  "+": "in",
  "=": "in",
  "-": "out",
  "0": "all",
};

/** What a key does in the drawing; the editor's own chords are left alone. */
export function keyAction({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): KeyAction | undefined {
  return ctrlKey || metaKey || altKey ? undefined : KEYS[key];
}

/** The mark to go to, from the one at a place in the order of time; -1: from none. */
export function next(action: KeyAction, at: number, count: number): number {
  if (action === "first") return 0;
  if (action === "last") return count - 1;
  return Math.max(0, Math.min(count - 1, action === "next" ? at + 1 : at - 1));
}
