import type { Knowledge } from "../knowledge-base/knowledge.ts";
import { type LoadedBase, loadKnowledge } from "../knowledge-base/loading/load.ts";
import type { ContentFile, KnowledgeCache } from "../node/knowledge-cache.ts";
import { finish } from "../service.ts";
import { readText } from "./disk.ts";

/**
 * A knowledge base, which comes after others: the compiled one if there is one of this content, else read from its
 * files, and kept if it is large.
 */
export function loadBase(
  files: readonly ContentFile[],
  cache: KnowledgeCache | undefined,
  before: Knowledge | undefined,
): LoadedBase {
  const read = reader();
  const cached = cache?.find(files, before?.version);
  const opened = cached?.open(read);
  if (opened !== undefined) return opened;
  const loaded = loadKnowledge(files, { readText: read, before });
  if (cached?.worthwhile) finish(cached.keep(loaded, read));
  return loaded;
}

/** Reads every text but once, so that what is said of it and what is kept of it is the same. */
export function reader(): (file: string) => string | undefined {
  const texts = new Map<string, string | undefined>();
  return (file) => {
    if (!texts.has(file)) texts.set(file, readText(file));
    return texts.get(file);
  };
}
