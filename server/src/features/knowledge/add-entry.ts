import type { EntryMap } from "../../knowledge-base/format/schema.ts";
import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { addItem, addKey } from "../../knowledge-base/yaml/edits.ts";
import { yamlText } from "../../knowledge-base/yaml/text.ts";
import { parseYaml, type YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { fold } from "../../text/tokens.ts";
import type { Addition, AliasAddition } from "../draft/additions.ts";
import { targetOf } from "./create-entry.ts";
import type { FileEdit } from "./edits.ts";
import { entriesOf } from "./entries.ts";
import { inserted, type Written } from "./insert.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";

/** What is written where nobody knows yet who says so. */
const NO_EVIDENCE = "evidence: []";
const TODO = `${NO_EVIDENCE} # TODO: which source says so, and in which words?`;

/**
 * The edit that adds something to a knowledge base, in one of the files that may be edited: where most entries like it
 * are. Undefined where there is no such file, or the actor whose name it is stands elsewhere.
 */
export function additionEdit(
  snapshot: KnowledgeSnapshot,
  mayEdit: (file: string) => boolean,
  addition: Addition,
): FileEdit | undefined {
  const files = [...snapshot.files.values()].filter(({ file }) => mayEdit(file));
  if (addition.kind === "alias") return aliasEdit(files, addition);
  const home = files.at(-1);
  if (home === undefined) return undefined;
  const { map, value } = entryOf(addition);
  const own = { ...snapshot, files: new Map(files.map((file) => [file.file, file])) };
  const target = targetOf(own, home, map, addition.type);
  const edit = inserted(target, [map], idFor(addition.name, snapshot.knowledge), value);
  return edit && { file: target.file, span: edit.span, newText: withTodo(edit.newText) };
}

/** The text of a new file of a knowledge base that holds nothing but what is added. */
export function newFileWith(title: string, addition: Addition, knowledge: Knowledge): string | undefined {
  if (addition.kind === "alias") return undefined;
  const head = `knowledgeBase: { title: ${yamlText(title, true)} }\n`;
  const { map, value } = entryOf(addition);
  const edit = inserted(parseYaml("", head), [map], idFor(addition.name, knowledge), value);
  return edit && head.slice(0, edit.span.start) + withTodo(edit.newText) + head.slice(edit.span.end);
}

function entryOf(addition: Exclude<Addition, AliasAddition>): {
  readonly map: EntryMap;
  readonly value: Written;
} {
  const named = [
    ["type", yamlText(addition.type, true)],
    ["name", yamlText(addition.name, true)],
  ] as const;
  const evidence = ["evidence", "[]"] as const;
  if (addition.kind === "entity") return { map: "entities", value: [...named, evidence] };
  const { date, place, participants } = addition;
  const ids = (all: readonly Id[]) => `[${all.map((id) => yamlText(id, true)).join(", ")}]`;
  return {
    map: "events",
    value: [
      ...named,
      ["date", /^[-\d/.~?X]+$/.test(date) ? date : yamlText(date, true)],
      ...(place.length === 0 ? [] : [["place", ids(place)] as const]),
      ...(participants.length === 0 ? [] : [["participants", [["party", ids(participants)]]] as const]),
      evidence,
    ],
  };
}

function aliasEdit(files: readonly YamlFile[], { of, name, key }: AliasAddition): FileEdit | undefined {
  for (const file of files) {
    const entry = entriesOf(file).find(({ map, pair }) => map === "entities" && pair.key === of);
    if (entry?.pair.value.kind !== "map") continue;
    const map = entry.pair.value;
    const valueUnder = (wanted: string) => map.pairs.find((pair) => pair.key === wanted)?.value;
    const written = yamlText(name, true);
    const isFree = key === "abbreviation" && valueUnder("abbreviation") === undefined;
    const list = isFree ? undefined : (listIn(valueUnder(key)) ?? valueUnder("aliases"));
    const edit =
      list?.kind === "list"
        ? addItem(file.text, list, written)
        : list === undefined
          ? addKey(file.text, map, isFree ? key : "aliases", isFree ? written : `[${written}]`, AFTER_NAMES)
          : undefined;
    return edit && { file: file.file, ...edit };
  }
  return undefined;
}

function listIn(node: ReturnType<typeof parseYaml>["roots"][number] | undefined) {
  return node?.kind === "list" ? node : undefined;
}

/** The keys of an entity that come behind its names. */
const AFTER_NAMES = [
  "weakAliases",
  "demonyms",
  "metonyms",
  "identifiers",
  "discouraged",
  "misnomers",
  "country",
  "memberOf",
  "partOf",
  "formerly",
  "distinctFrom",
  "exists",
  "roles",
  "description",
  "sameAs",
  "evidence",
];

/** Where the entry has lines of its own, what is still to do is said in a comment. */
function withTodo(written: string): string {
  return written.replace(new RegExp(`(?<=\\n *)${NO_EVIDENCE.replace(/[[\]]/g, "\\$&")}$`, "m"), TODO);
}

/** “Türkiye's Board” → `turkiyes-board`; with a number, where that is taken. */
function idFor(name: string, knowledge: Knowledge): Id {
  const base =
    fold(name)
      .replace(/['.]/g, "")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "") || "entry";
  const isTaken = (id: Id) => questionsOf(knowledge).fact(id) !== undefined || knowledge.sources.has(id);
  let id = base;
  for (let number = 2; isTaken(id); number++) id = `${base}-${number}`;
  return yamlText(id, true);
}
