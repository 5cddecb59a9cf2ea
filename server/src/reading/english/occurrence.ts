import { verbForms } from "../../text/inflect.ts";

/** How a verb places its event in time: all of it, its beginning, its end, or one of its stages. */
export type Aspect = "whole" | "begin" | "end" | "announced" | "inForce";

/** Verbs that say of any event that it took place: the date beside them is the event's own. */
const OCCURRENCE: Record<Aspect, string> = {
  whole:
    "take place|occur|happen|come|come about|hold|meet|sign|reach|agree|conclude|strike|broker|mediate|seal|adopt|approve|pass|establish|" +
    "found|set up|create|form|publish|issue|release|appear|inaugurate|complete|carry out|stage|date|date from|date back|go back|" +
    "fall|follow|draw|host|convene|witness|see|make|arrange|negotiate|win|endorse|ratify|achieve|secure|bring about|work out|hammer out|" +
    "finalize|finalise|formalize|formalise|deliver|erupt|elect|vote|launch|unveil|introduce|submit|present|hand down|mark",
  begin: "begin|start|open|commence|kick off|get under way|break out|resume|set out|set off",
  end: "end|close|finish|wind up|come to an end|break up",
  announced: "announce|declare|proclaim",
  inForce: "take effect|enter into force|come into force|go into force|come into effect|go into effect",
};

/** Forms of the verb "to be" and its like, which tie an event to its date directly ("The ceasefire was on 19 October"). */
export interface VerbPhrase {
  readonly lemma: string;
  /** Words after the verb's own form ("place" in "took place"). */
  readonly rest: readonly string[];
}

const phrases = new Map<string, { aspect: Aspect; rest: readonly string[] }[]>();
for (const [aspect, verbs] of Object.entries(OCCURRENCE) as [Aspect, string][]) {
  for (const verb of verbs.split("|")) {
    const [head, ...rest] = verb.split(" ");
    for (const form of new Set(Object.values(verbForms(head!)))) {
      const known = phrases.get(form) ?? [];
      known.push({ aspect, rest });
      phrases.set(
        form,
        known.sort((a, b) => b.rest.length - a.rest.length),
      );
    }
  }
}

/** The aspect of the occurrence verb whose form stands at `at`, and how many words it takes; undefined for any other verb. */
export function occurrenceAt(
  keys: readonly string[],
  at: number,
): { aspect: Aspect; length: number } | undefined {
  const found = phrases
    .get(keys[at]!)
    ?.find(({ rest }) => rest.every((word, k) => keys[at + 1 + k] === word));
  return found && { aspect: found.aspect, length: 1 + found.rest.length };
}
