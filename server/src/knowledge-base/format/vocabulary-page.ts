import { formsOf, IRREGULAR_VERBS, verbForms } from "../../text/inflect.ts";
import { BUILT_IN, VOCABULARY_FILES } from "../vocabulary/vocabulary.ts";
import { VOCABULARY_PARTS } from "./schema.ts";
import { rows } from "./tables.ts";
import type { FormatKeywords, VocabularyPart } from "./terms.ts";

const HEADINGS: Readonly<Record<VocabularyPart, string>> = {
  eventTypes: "Types of event",
  participantRoles: "Roles of participants",
  predicates: "Predicates of claims",
  outcomes: "Outcomes of events",
};

/** The manual page of the built-in vocabulary, written from its data. */
export function vocabularyPage(): string {
  const parts = Object.keys(VOCABULARY_PARTS) as VocabularyPart[];
  return `# The built-in vocabulary

These words every knowledge base may use, and drafts are read by them. Where one is missing, a knowledge base adds it in
the same form, and it may add to a built-in one; [FORMAT.md](FORMAT.md#vocabulary) tells how, and what each key means.
Verbs stand here in the infinitive and are understood in all their forms, nouns in the singular and the plural.

This page is written by \`npm run generate\`.

${parts.map(section).join("\n\n")}

## Irregular verbs

The forms of those verbs above that do not follow the rules.

${irregularVerbs(parts)}
`;
}

function section(part: VocabularyPart): string {
  const { properties = {} } = VOCABULARY_PARTS[part] as FormatKeywords;
  const lists = Object.keys(properties).filter((key) => properties[key]!.type === "array");
  const traits = Object.keys(properties).filter((key) => properties[key]!.type !== "array");
  const entries = Object.entries<object>(BUILT_IN[part]).map(([word, entry]) => {
    const values = entry as Readonly<Record<string, unknown>>;
    const said = traits.filter((key) => values[key] !== undefined && values[key] !== "none");
    return [
      `\`${word}\``,
      ...lists.map((key) => (values[key] as readonly string[]).join(", ")),
      ...(traits.length === 0 ? [] : [said.map((key) => `\`${key}: ${values[key]}\``).join(", ")]),
    ];
  });
  const heads = ["", ...lists.map((key) => `\`${key}\``), ...(traits.length === 0 ? [] : ["traits"])];
  return `## ${HEADINGS[part]}

From [\`${VOCABULARY_FILES[part]}\`](${VOCABULARY_FILES[part]}).

${rows(heads, entries)}`;
}

function irregularVerbs(parts: readonly VocabularyPart[]): string {
  const verbs = parts.flatMap((part) =>
    Object.values<object>(BUILT_IN[part]).flatMap((entry) => {
      const {
        verbs = [],
        objectOf = [],
        antonyms = [],
      } = entry as Readonly<Record<string, readonly string[]>>;
      return [...verbs, ...objectOf, ...antonyms].map((verb) => verb.split(" ")[0]!);
    }),
  );
  const irregular = [...new Set(verbs)].filter((verb) => Object.hasOwn(IRREGULAR_VERBS, verb)).sort();
  const forms = irregular.map((verb) => {
    const { base, third, past, participle, gerund } = verbForms(verb);
    const all = [base, third, past, participle, gerund];
    return [
      ...all,
      formsOf(verb)
        .filter((form) => !all.includes(form))
        .join(", "),
    ];
  });
  return rows(["infinitive", "third person", "past", "participle", "with -ing", "also"], forms);
}
