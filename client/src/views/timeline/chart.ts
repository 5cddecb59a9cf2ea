import { select } from "d3-selection";
import { type D3ZoomEvent, type ZoomBehavior, zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import {
  type Arrangement,
  arrange,
  markId,
  marksOf,
} from "../../../../server/src/features/timeline/arrangement.ts";
import { drawing } from "../../../../server/src/features/timeline/drawing.ts";
import type { Mark } from "../../../../server/src/features/timeline/lanes.ts";
import { pointOf } from "../../../../server/src/features/timeline/mark.ts";
import type { TimelineItem } from "../../../../server/src/features/timeline/timeline.ts";
import { focusOf, type Window, wholeOf } from "../../../../server/src/features/timeline/window.ts";
import type { Timeline } from "../messages.ts";
import { keyAction, next } from "./keys.ts";

/** What is kept of a chart while it is hidden: the days that it shows, and what is chosen. */
export interface ChartState {
  readonly shown?: Window;
  readonly chosen?: string;
}

export interface ChartHost {
  keep(state: ChartState): void;
  open(item: TimelineItem): void;
  choose(mark: Mark | undefined): void;
}

/** Pixels of a day, at most: it is then wider than any date's label. */
const WIDEST_DAY = 160;
const STEP = 1.5;

/** The drawing with all that moves in it: zoom, pan, the chosen mark. */
export class Chart {
  readonly #zoom: ZoomBehavior<HTMLElement, unknown>;
  #timeline: Timeline | undefined;
  #arranged: Arrangement | undefined;
  #whole: Window = { from: 0, to: 1 };
  #shown: Window | undefined;
  #chosen: string | undefined;
  #frame = 0;
  #width = 0;

  constructor(
    private readonly element: HTMLElement,
    { shown, chosen }: ChartState,
    private readonly host: ChartHost,
  ) {
    this.#shown = shown;
    this.#chosen = chosen;
    this.#zoom = zoom<HTMLElement, unknown>()
      // The wheel alone scrolls the page, as everywhere else.
      .filter((event: MouseEvent) =>
        event.type === "wheel" ? event.ctrlKey || event.metaKey : event.button === 0,
      )
      .on("zoom", (event: D3ZoomEvent<HTMLElement, unknown>) => this.#moved(event));
    select(element).call(this.#zoom).on("dblclick.zoom", null);
    element.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    element.addEventListener("keydown", (event) => this.#key(event));
    element.addEventListener("click", ({ target }) => this.#activate(this.#markOf(target)));
    element.addEventListener("focusin", ({ target }) => this.#choose(this.#markOf(target)));
    new ResizeObserver(() => this.#resize()).observe(element);
  }

  /** Shows another version of a timeline, where the reader was in the old one. */
  show(timeline: Timeline): void {
    this.#timeline = timeline;
    this.#arranged = undefined;
    this.#whole = wholeOf(timeline);
    this.#resize();
  }

  /** Zooms "in", "out", or to show "all" or what the draft tells ("draft"). */
  zoom(how: string): void {
    if (this.#timeline === undefined) return;
    if (how === "all") this.#go(this.#whole);
    else if (how === "draft") this.#go(focusOf(this.#timeline, this.#width));
    else this.#zoom.scaleBy(select(this.element), how === "in" ? STEP : 1 / STEP);
  }

  get #base(): number {
    return this.#width / (this.#whole.to - this.#whole.from);
  }

  #resize(): void {
    const width = Math.max(320, Math.floor(this.element.clientWidth));
    if (this.#timeline === undefined || this.element.clientWidth === 0) return;
    this.#width = width;
    this.#zoom
      .extent([
        [0, 0],
        [width, 1],
      ])
      .translateExtent([
        [0, 0],
        [width, 1],
      ])
      .scaleExtent([1, Math.max(1, WIDEST_DAY / this.#base)]);
    this.#go(this.#shown ?? focusOf(this.#timeline, width));
  }

  /** Moves so that some days fill the width, as far as that can be. */
  #go({ from, to }: Window): void {
    const [, most] = this.#zoom.scaleExtent();
    const k = Math.min(most, Math.max(1, (this.#whole.to - this.#whole.from) / Math.max(to - from, 0.1)));
    const middle = ((from + to) / 2 - this.#whole.from) * this.#base;
    const transform = zoomIdentity.translate(this.#width / 2 - middle * k, 0).scale(k);
    this.#zoom.transform(select(this.element), transform);
    this.#draw();
  }

  #moved({ transform: { k, x } }: D3ZoomEvent<HTMLElement, unknown>): void {
    const perDay = this.#base * k;
    const from = this.#whole.from - x / perDay;
    this.#shown = { from, to: from + this.#width / perDay };
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    if (this.#timeline === undefined || this.#shown === undefined) return;
    cancelAnimationFrame(this.#frame);
    const perDay = this.#base * zoomTransform(this.element).k;
    if (this.#arranged?.perDay !== perDay) this.#arranged = arrange(this.#timeline, perDay, lanes());
    const hadFocus = this.element.contains(document.activeElement);
    const style = { from: this.#shown.from, width: this.#width, interactive: true };
    const inSight = drawing(this.#arranged, style).shown.map(markId);
    const reachable = inSight.includes(this.#chosen ?? "") ? this.#chosen : inSight[0];
    const { svg } = drawing(this.#arranged, {
      ...style,
      ...(reachable !== undefined && { chosen: reachable }),
    });
    this.element.innerHTML = svg;
    if (hadFocus) this.#element(reachable)?.focus({ preventScroll: true });
    this.host.keep({ shown: this.#shown, ...(this.#chosen !== undefined && { chosen: this.#chosen }) });
  }

  #wheel(event: WheelEvent): void {
    if (event.ctrlKey || event.metaKey || Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
    event.preventDefault();
    this.#pan(-event.deltaX);
  }

  #pan(pixels: number): void {
    this.#zoom.translateBy(select(this.element), pixels / zoomTransform(this.element).k, 0);
  }

  #key(event: KeyboardEvent): void {
    const action = keyAction(event);
    if (action === undefined || this.#arranged === undefined) return;
    event.preventDefault();
    const marks = marksOf(this.#arranged);
    const at = marks.findIndex((mark) => markId(mark) === this.#chosen);
    if (action === "activate") this.#activate(marks[at]);
    else if (action === "in" || action === "out" || action === "all") this.zoom(action);
    else this.#reach(marks[next(action, at, marks.length)]);
  }

  /** Brings a mark into sight, and the focus to it. */
  #reach(mark: Mark | undefined): void {
    if (mark === undefined || this.#shown === undefined || this.#arranged === undefined) return;
    const x = pointOf(mark) - this.#shown.from * this.#arranged.perDay;
    this.#chosen = markId(mark);
    if (x < 40 || x > this.#width - 160) this.#pan(this.#width / 2 - x);
    this.#draw();
    this.#element(this.#chosen)?.focus({ preventScroll: true });
  }

  #activate(mark: Mark | undefined): void {
    if (mark === undefined) return;
    if (mark.items.length === 1) return this.host.open(mark.items[0]!);
    const days = mark.items.flatMap(({ start, end }) => [start ?? [], end ?? []].flat());
    const [first, last] = [Math.min(...days), Math.max(...days)];
    const margin = Math.max((last - first) * 0.2, 1);
    this.#go({ from: first - margin, to: last + margin });
  }

  #choose(mark: Mark | undefined): void {
    if (mark === undefined) return;
    this.#element(this.#chosen)?.setAttribute("aria-selected", "false");
    this.#chosen = markId(mark);
    this.#element(this.#chosen)?.setAttribute("aria-selected", "true");
    this.host.choose(mark);
  }

  #markOf(target: EventTarget | null): Mark | undefined {
    const id = (target as Element | null)?.closest<SVGElement>("[data-mark]")?.dataset.mark;
    return id === undefined || this.#arranged === undefined
      ? undefined
      : marksOf(this.#arranged).find((mark) => markId(mark) === id);
  }

  #element(id: string | undefined): SVGElement | null {
    return id === undefined ? null : this.element.querySelector(`[data-mark="${CSS.escape(id)}"]`);
  }
}

/** As many lanes as the window is high, within reason. */
function lanes() {
  const known = Math.max(6, Math.min(14, Math.floor((window.innerHeight - 380) / 26)));
  return { known, stated: Math.max(4, Math.ceil(known / 2)) };
}
