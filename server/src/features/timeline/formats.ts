import { timelineHtml } from "./html.ts";
import { timelineSvg } from "./svg.ts";
import type { Timeline } from "./timeline.ts";

/** What a timeline can be written as. */
export const TIMELINE_FORMATS: Readonly<Record<string, (timeline: Timeline) => string>> = {
  svg: timelineSvg,
  html: timelineHtml,
  json: (timeline) => `${JSON.stringify({ version: 1, ...timeline }, null, 2)}\n`,
};
