import type { Vocabulary } from "../knowledge.ts";
import { BUILT_IN } from "../vocabulary/vocabulary.ts";

type Words = Readonly<Record<string, object>>;
type Parts = Readonly<Record<string, Words>>;

/** What a vocabulary has beyond the built-in one, as JSON: by part, undefined for a part that is the built-in one. */
export function packVocabulary(vocabulary: Vocabulary): string {
  const builtIn = BUILT_IN as unknown as Parts;
  const own = Object.entries(vocabulary as unknown as Parts).map(([part, words]) => {
    if (words === builtIn[part]) return [part, undefined];
    return [part, Object.entries(words).filter(([word, meaning]) => meaning !== builtIn[part]?.[word])];
  });
  return JSON.stringify(Object.fromEntries(own));
}

export function unpackVocabulary(json: string): Vocabulary {
  const own: Readonly<Record<string, [string, object][]>> = JSON.parse(json);
  const parts = Object.entries(BUILT_IN as unknown as Parts).map(([part, builtIn]) => {
    const added = own[part];
    if (added === undefined) return [part, builtIn];
    const words: Record<string, object> = Object.assign(Object.create(null), builtIn);
    for (const [word, meaning] of added) words[word] = meaning;
    return [part, words];
  });
  return Object.fromEntries(parts);
}
