import { readFileSync } from "node:fs";
import manifest from "../package.json";
import type { Check } from "../server/src/checks/check.ts";
import { CHECKS } from "../server/src/checks/index.ts";
import { type Context, program } from "../server/src/cli/program.ts";
import { definitionsOf } from "../server/src/cli/shell/definition.ts";
import { manPage } from "../server/src/cli/shell/man-page.ts";
import { jsonSchema } from "../server/src/knowledge-base/format/json-schema.ts";
import { formatPage } from "../server/src/knowledge-base/format/manual.ts";
import { vocabularyPage } from "../server/src/knowledge-base/format/vocabulary-page.ts";
import { LINT_RULES } from "../server/src/knowledge-base/lint/index.ts";
import { LOADING_PROBLEMS } from "../server/src/knowledge-base/problems.ts";
import { projectJsonSchema } from "../server/src/project/json-schema.ts";
import { clientStrings, type Manifest, manifestStrings, withKeys } from "./strings.ts";

/** All codes of what can be wrong with a knowledge base, each with its meaning; some rules look for what the loader finds. */
const PROBLEMS: Readonly<Record<string, string>> = {
  ...LOADING_PROBLEMS,
  ...Object.fromEntries(LINT_RULES.map(({ id, title }) => [id, sentence(title)])),
};

/** The files that are, wholly or in part, written by `npm run generate`: from their text as it is to their text as it should be. */
export const GENERATED: Readonly<Record<string, (text: string) => string>> = {
  // Before the manifest, for it takes from there what has not been put among the strings yet.
  "package.nls.json": stringsOf,
  "package.json": (text) => json(withKeys(withSettings(JSON.parse(text)))),
  "l10n/bundle.l10n.json": () => json(clientStrings()),
  "README.md": withTable,
  "knowledge/README.md": withRules,
  "knowledge/schema.json": () => json(jsonSchema()),
  "knowledge/project.schema.json": () => json(projectJsonSchema()),
  "knowledge/FORMAT.md": (text) => formatPage(text, PROBLEMS),
  "knowledge/VOCABULARY.md": vocabularyPage,
  "man/aide-memoire.1": manual,
};

/** The manual page of the command line, whose commands are described and not run. */
function manual(): string {
  const root = program({} as Context);
  return manPage(root.name(), manifest.version, definitionsOf(root));
}

/** The manifest with one setting for each check in its section "Checks". */
function withSettings<M extends Manifest>(manifest: M): M {
  const section = manifest.contributes.configuration.find(({ order }) => order === CHECKS_SECTION)!;
  section.properties = Object.fromEntries(
    CHECKS.map((check) => [`aideMemoire.checks.${check.id}`, setting(check)]),
  );
  return manifest;
}

const CHECKS_SECTION = 1;

function setting({ title, severity, offByDefault }: Check) {
  return {
    type: "string",
    enum: ["default", "error", "warning", "information", "hint", "off"],
    enumDescriptions: [
      `As the check has it: ${offByDefault === true ? "off" : severity}.`,
      "Report as an error.",
      "Report as a warning.",
      "Report as information.",
      "Report as a hint.",
      "Do not run this check.",
    ],
    default: "default",
    scope: "resource",
    markdownDescription: sentence(title),
  };
}

/** The strings of the manifest by their keys: those that are there and still used, and those that stand bare in it. */
function stringsOf(text: string): string {
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  return json(manifestStrings(withSettings(manifest), text === "" ? {} : JSON.parse(text)));
}

/** The README with the table of checks between its two markers. */
function withTable(text: string): string {
  return between("checks", text, tableOf("check", CHECKS, "server/src/checks"));
}

/** The README of knowledge bases with the table of the linter's rules. */
function withRules(text: string): string {
  return between("rules", text, tableOf("rule", LINT_RULES, "../server/src/knowledge-base/lint"));
}

function tableOf(
  what: string,
  listed: readonly { readonly id: string; readonly severity: string; readonly title: string }[],
  folder: string,
): string {
  const rows = listed.map(
    ({ id, severity, title }) => `| [\`${id}\`](${folder}/${id}.md) | ${severity} | ${title} |`,
  );
  return [`| ${what} | severity | finds |`, "| --- | --- | --- |", ...rows].join("\n");
}

function between(name: string, text: string, table: string): string {
  return text.replace(
    new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`),
    (_, begin, end) => `${begin}\n${table}\n\n${end}`,
  );
}

function sentence(phrase: string): string {
  return `${phrase[0]!.toUpperCase()}${phrase.slice(1)}${phrase.endsWith(".") ? "" : "."}`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
