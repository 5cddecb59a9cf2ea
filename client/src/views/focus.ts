/** Which control of a part of the page has the focus, by its data: the part may be made anew around it. */
export function focused(part: Element): string | undefined {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !part.contains(activeElement)) return undefined;
  const data = Object.entries(activeElement.dataset);
  if (data.length === 0) return undefined;
  return data.map(([key, value]) => `[data-${key}="${CSS.escape(value ?? "")}"]`).join("");
}

/** Gives the focus back to the control that had it, if there is such a one again. */
export function focusOn(part: Element, selector: string | undefined): void {
  if (selector !== undefined)
    part.querySelector<HTMLElement>(`button${selector}`)?.focus({ preventScroll: true });
}
