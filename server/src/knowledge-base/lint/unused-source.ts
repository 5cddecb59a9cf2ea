import type { Id } from "../knowledge.ts";
import type { YamlNode } from "../yaml/tree.ts";
import type { LintRule } from "./rule.ts";

export const unusedSource: LintRule<"unused-source"> = {
  id: "unused-source",
  title: "A source that no evidence names",
  severity: "information",
  *run({ knowledge, files }) {
    // What a syntax error took away may have named it.
    if (files.some(({ lost }) => lost.length > 0)) return;
    const used = new Set<Id>();
    for (const root of files.flatMap(({ roots }) => roots)) collect(root, used);
    for (const { id, title, origin } of knowledge.sources.values()) {
      if (used.has(id)) continue;
      yield { message: `No evidence names this source: “${title}”.`, origin };
    }
  },
};

/** What is written under any key `source`: an entry that was lost to another error uses its sources all the same. */
function collect(node: YamlNode, used: Set<Id>): void {
  if (node.kind === "list") for (const item of node.items) collect(item, used);
  if (node.kind !== "map") return;
  for (const { key, value } of node.pairs) {
    if (key === "source" && value.kind === "scalar") used.add(value.text);
    else collect(value, used);
  }
}
