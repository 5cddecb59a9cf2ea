import type { Severity } from "./checks/check.ts";
import type { DateStyle } from "./time/write.ts";

export const BUNDLED_CHOICES = ["ask", "always", "never"] as const;

export const WORKSPACE_CHOICES = ["auto", "always", "never"] as const;

export const DATE_HINTS = ["off", "inferred", "all"] as const;

/** How a house writes, where the project file says so. */
export interface HouseStyle {
  /** How dates are suggested where the draft shows no style of its own. */
  readonly dates?: DateStyle | undefined;
  /** Which of an entry's names is preferred, by the id of the entry. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** Acronyms that need not be spelt out. */
  readonly acronyms?: readonly string[] | undefined;
}

/** What a user can set, alike in an editor and on the command line. */
export interface Settings {
  /** By check id: another severity than its own, or "off". */
  readonly checks: Readonly<Record<string, Severity | "off" | "default">>;
  readonly style: HouseStyle;
  /** Files or folders to use as knowledge bases instead of those that are found; the later one wins. */
  readonly knowledge: readonly string[];
  /** Whether the bundled knowledge base serves where none is found. */
  readonly bundledKnowledge: (typeof BUNDLED_CHOICES)[number];
  /** Whether drafts that are not open are checked: always, never, or as long as there are not too many of them. */
  readonly workspaceDiagnostics: (typeof WORKSPACE_CHOICES)[number];
  /** How many findings of one draft an editor shows at most; the gravest, and it says how many more there are. */
  readonly mostFindings: number;
  /** In knowledge files: the names behind ids, shown beside them. */
  readonly idHints: boolean;
  /** In knowledge files: how often the drafts mention an entry, shown above it. */
  readonly mentionCounts: boolean;
  /** In drafts, beside dates: the years and days that they leave out (`inferred`), and weekdays as well (`all`). */
  readonly dateHints: (typeof DATE_HINTS)[number];
  /** At a draft's head: how many of its statements were verified, contradicted, not covered. */
  readonly verdictLens: boolean;
  /** In drafts: actors, events, dates and contested claims in colours of their own. */
  readonly colorMentions: boolean;
  /** In drafts, beside the first use of an acronym that the draft nowhere spells out: what it stands for. */
  readonly expansionHints: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  checks: {},
  style: {},
  knowledge: [],
  bundledKnowledge: "ask",
  workspaceDiagnostics: "auto",
  mostFindings: 1000,
  idHints: false,
  mentionCounts: true,
  dateHints: "off",
  verdictLens: true,
  colorMentions: false,
  expansionHints: false,
};

/** Makes settings of whatever a client or a file holds. What is not understood keeps its default and is named. */
export function parseSettings(raw: unknown): {
  readonly settings: Settings;
  readonly problems: readonly string[];
} {
  if (raw === undefined || raw === null) return { settings: DEFAULT_SETTINGS, problems: [] };
  if (!isMap(raw)) return { settings: DEFAULT_SETTINGS, problems: ["The settings are not a map."] };
  const problems: string[] = [];
  const settings = {
    checks: parseChecks(raw.checks, problems),
    style: DEFAULT_SETTINGS.style,
    knowledge: parseKnowledge(raw.knowledge, problems),
    bundledKnowledge: parseChoice(raw, "bundledKnowledge", BUNDLED_CHOICES, problems),
    workspaceDiagnostics: parseChoice(raw, "workspaceDiagnostics", WORKSPACE_CHOICES, problems),
    mostFindings: parseCount(raw, "mostFindings", problems),
    idHints: parseSwitch(raw, "idHints", problems),
    mentionCounts: parseSwitch(raw, "mentionCounts", problems),
    dateHints: parseChoice(raw, "dateHints", DATE_HINTS, problems),
    verdictLens: parseSwitch(raw, "verdictLens", problems),
    colorMentions: parseSwitch(raw, "colorMentions", problems),
    expansionHints: parseSwitch(raw, "expansionHints", problems),
  };
  return { settings, problems };
}

const LEVELS = ["default", "off", "error", "warning", "information", "hint"];

function parseChecks(raw: unknown, problems: string[]): Settings["checks"] {
  if (raw === undefined || raw === null) return DEFAULT_SETTINGS.checks;
  if (!isMap(raw)) {
    problems.push("“checks” is not a map of check names to severities.");
    return DEFAULT_SETTINGS.checks;
  }
  const checks: Record<string, Severity | "off" | "default"> = {};
  for (const [id, level] of Object.entries(raw)) {
    if (typeof level === "string" && LEVELS.includes(level)) checks[id] = level as Severity;
    else problems.push(`“checks.${id}” must be one of ${LEVELS.join(", ")}.`);
  }
  return checks;
}

function parseKnowledge(raw: unknown, problems: string[]): readonly string[] {
  if (raw === undefined || raw === null) return DEFAULT_SETTINGS.knowledge;
  const paths = typeof raw === "string" ? [raw] : raw;
  if (Array.isArray(paths) && paths.every((path) => typeof path === "string")) {
    return paths.map((path) => path.trim()).filter((path) => path !== "");
  }
  problems.push("“knowledge” is not a list of paths.");
  return DEFAULT_SETTINGS.knowledge;
}

function parseChoice<K extends "bundledKnowledge" | "dateHints" | "workspaceDiagnostics">(
  raw: Record<string, unknown>,
  key: K,
  choices: readonly Settings[K][],
  problems: string[],
): Settings[K] {
  const value = raw[key] ?? DEFAULT_SETTINGS[key];
  const choice = choices.find((known) => known === value);
  if (choice === undefined) problems.push(`“${key}” must be one of ${choices.join(", ")}.`);
  return choice ?? DEFAULT_SETTINGS[key];
}

function parseSwitch(
  raw: Record<string, unknown>,
  key: "idHints" | "mentionCounts" | "verdictLens" | "colorMentions" | "expansionHints",
  problems: string[],
): boolean {
  const value = raw[key] ?? DEFAULT_SETTINGS[key];
  if (typeof value !== "boolean") problems.push(`“${key}” must be true or false.`);
  return typeof value === "boolean" ? value : DEFAULT_SETTINGS[key];
}

function parseCount(raw: Record<string, unknown>, key: "mostFindings", problems: string[]): number {
  const value = raw[key] ?? DEFAULT_SETTINGS[key];
  if (Number.isInteger(value) && Number(value) > 0) return Number(value);
  problems.push(`“${key}” must be a whole number, 1 or more.`);
  return DEFAULT_SETTINGS[key];
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
