import { Array as ArrayOf, Object as MapOf, Optional, type Static, String as Text } from "typebox";
import type { Check, Severity } from "../checks/check.ts";
import { CHECKS } from "../checks/index.ts";
import { choice, mapOf, oneOrMore, texts, yesNo } from "../knowledge-base/format/terms.ts";
import type { Format } from "../text/draft.ts";

// The format of the project file: the one definition from which come its types, its validator, its JSON Schema and what
// the editor completes and tells in it.

const FORMATS: Readonly<Record<Format, string>> = {
  markdown: "Markdown, with what GitHub adds to it.",
  quarto: "Quarto or R Markdown.",
  plaintext: "Plain text.",
  latex: "LaTeX.",
  restructuredtext: "reStructuredText.",
  asciidoc: "AsciiDoc.",
  org: "Org.",
  html: "HTML.",
};

const oneText = Text({ minLength: 1, title: "a text" });

const knowledge = Optional(
  oneOrMore(
    oneText,
    "a path or a list of paths",
    "The knowledge bases to hold drafts against, instead of those that are found beside them: files, folders or patterns, from this file; `bundled` is the one that comes with Aide-Mémoire. The later one wins.",
    ["facts", "../shared/*.knowledge.yaml"],
  ),
);

const LEVELS: Readonly<Record<Severity | "off", string>> = {
  error: "Report as an error.",
  warning: "Report as a warning.",
  information: "Report as information.",
  hint: "Report as a hint.",
  off: "Do not run this check.",
};

const checks = Optional(
  MapOf(Object.fromEntries(CHECKS.map((check) => [check.id, Optional(level(check))])), {
    additionalProperties: false,
    title: "a map of checks",
    description: "How grave what a check finds is; `off` turns it off.",
  }),
);

function level({ title, severity }: Check) {
  return choice(LEVELS, { title: "a severity", description: `${title}. Without this: ${severity}.` });
}

const Override = MapOf(
  {
    files: oneOrMore(oneText, "a pattern or a list of patterns", "Which drafts, from this file.", "annex/**"),
    knowledge,
    checks,
  },
  {
    additionalProperties: false,
    title: "a map of `files` and what holds for them",
    description: "What else holds for some drafts. Of several that fit, the later one wins.",
  },
);

const Style = MapOf(
  {
    dates: Optional(
      choice(
        {
          "day month year": "19 October 2025",
          "month day, year": "October 19, 2025",
          "year-month-day": "2025-10-19",
        },
        {
          title: "a style of dates",
          description: "How dates are suggested where the draft shows no style of its own.",
        },
      ),
    ),
    names: Optional(
      mapOf(oneText, {
        title: "a map of ids and names",
        description: "Which of an entry's names this house prefers, by the id of the entry.",
        examples: [{ turkiye: "Turkey" }],
      }),
    ),
    acronyms: texts("Acronyms that everybody here knows: they need not be spelt out.", ["UN", "NATO"]),
  },
  { additionalProperties: false, title: "a map", description: "The style of the house." },
);

/** The file as a whole; every key may be left out. */
export const ProjectSchema = MapOf(
  {
    knowledge,
    checks,
    overrides: Optional(
      ArrayOf(Override, {
        title: "a list of maps",
        description: "What else holds for some drafts.",
        "x-itemwise": true,
      }),
    ),
    style: Optional(Style),
    formats: Optional(
      mapOf(choice(FORMATS, { title: "a format", description: "" }), {
        title: "a map of patterns and formats",
        description: "How drafts are read whose ending does not tell their format.",
        examples: [{ "*.tmpl": "markdown" }],
      }),
    ),
    gitignore: Optional(
      yesNo("Whether drafts that git ignores are left out where a whole folder is checked.", true),
    ),
    exclude: texts("Patterns of files that are no drafts, from this file.", ["archive/**"]),
  },
  { additionalProperties: false, title: "a map" },
);

export type ProjectSettings = Static<typeof ProjectSchema>;
