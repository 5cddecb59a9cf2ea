import { FAILSAFE_SCHEMA, load } from "js-yaml";
import type { FrontMatter } from "./draft.ts";
import type { IgnoredName } from "./ignore-comments.ts";
import { Text } from "./text.ts";

const FENCED = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n|(?<=\n))(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** In UTF-16 code units: who has more looks for its end in the whole text. */
const LONGEST_USUAL = 10_000;

/** The YAML front matter at the head of a text, and where the text proper begins. Broken front matter says nothing. */
export function readFrontMatter(given: string | Text): {
  readonly frontMatter: FrontMatter;
  readonly end: number;
} {
  const text = Text.of(given);
  const head = text.slice(0, LONGEST_USUAL);
  const isFenced = head.startsWith("---") || head.startsWith("\uFEFF---");
  const known = isFenced ? FENCED.exec(head) : null;
  const isWhole =
    !isFenced || head.length === text.length || (known !== null && known[0].length < head.length);
  const match = isWhole ? known : FENCED.exec(text.whole);
  if (match === null) return { frontMatter: {}, end: head.startsWith("\uFEFF") ? 1 : 0 };
  return { frontMatter: parse(match[1]!, match[0].indexOf(match[1]!)), end: match[0].length };
}

function parse(yaml: string, offset: number): FrontMatter {
  try {
    const data = load(yaml, { schema: FAILSAFE_SCHEMA }) as Record<string, unknown> | null;
    const own = mapOf(data?.["aide-memoire"]);
    const dated = own.date ?? data?.date;
    const [date] = Array.isArray(dated) ? [] : textsOf(dated);
    const knowledge = textsOf(own.knowledge);
    const disable = disabled(own.disable, yaml, offset);
    return {
      ...(date !== undefined && { date }),
      ...(knowledge.length > 0 && { knowledge }),
      ...(disable !== undefined && { disable }),
    };
  } catch {
    return {};
  }
}

/** `disable: true` is all checks, else those named; where they stand is where they first do after the key. */
function disabled(raw: unknown, yaml: string, offset: number): readonly IgnoredName[] | undefined {
  const names = textsOf(raw);
  if (names.length === 0 || names[0] === "false") return undefined;
  if (names[0] === "true") return [];
  const key = yaml.indexOf("disable");
  return names.map((name) => {
    const start = offset + yaml.indexOf(name, key);
    return { name, start, end: start + name.length };
  });
}

/** A text, or several in a list. */
function textsOf(raw: unknown): string[] {
  const texts = Array.isArray(raw) ? raw : [raw];
  return texts.flatMap((text) => (typeof text === "string" && text.trim() !== "" ? [text.trim()] : []));
}

function mapOf(raw: unknown): Record<string, unknown> {
  return raw instanceof Object && !Array.isArray(raw) ? (raw as Record<string, unknown>) : {};
}
