import { verbForms } from "../../text/inflect.ts";

/** How a verb places its event in time: all of it, its beginning, its end, or one of its stages. */
export type Aspect = "whole" | "begin" | "end" | "announced" | "inForce";

/**
 * Verbs that say of any event that it took place: the date beside them is the event's own. By what the event is to
 * them: their subject ("took place"), their object ("signed", and then the subject of "was signed"), or either.
 */
const OCCURRENCE: Record<
  Aspect,
  { readonly subject?: string; readonly object?: string; readonly either?: string }
> = {
  whole: {
    subject:
      "take place|run|last|hit|occur|happen|come|come about|come next|follow|appear|fall|date|date from|date back|go back|erupt|get under way|break out|come out",
    object:
      "hold|sign|reach|agree|broker|mediate|seal|adopt|approve|establish|found|set up|create|form|publish|issue|release|" +
      "inaugurate|complete|carry out|stage|draw|draw up|host|make|arrange|negotiate|win|endorse|ratify|achieve|secure|bring about|work out|" +
      "hammer out|finalize|finalise|formalize|formalise|deliver|elect|unveil|introduce|submit|present|hand down|conclude|enact|grant|" +
      "record|accept|authorize|authorise|convoke|call|perform|give|fight|play|run|celebrate|initial|put|lodge|file|table|bring in",
    either: "strike|meet|pass|convene|vote|launch|gather|assemble|sit",
  },
  begin: { subject: "set out|set off|kick off|get going", either: "begin|start|open|commence|resume" },
  end: { subject: "come to an end|break up|break down", either: "end|close|finish|wind up|adjourn" },
  announced: { object: "announce|declare|proclaim" },
  inForce: {
    subject:
      "take effect|enter into force|come into force|go into force|come into effect|go into effect|enter into effect",
    object: "bring into force|put into force",
  },
};

type Use = "subject" | "object" | "either";

interface Occurrence {
  readonly aspect: Aspect;
  readonly use: Use;
  readonly rest: readonly string[];
}

const phrases = new Map<string, Occurrence[]>();
for (const [aspect, uses] of Object.entries(OCCURRENCE) as [Aspect, Record<Use, string>][]) {
  for (const [use, verbs] of Object.entries(uses) as [Use, string][]) {
    for (const verb of verbs.split("|")) add(verb, aspect, use);
  }
}

function add(verb: string, aspect: Aspect, use: Use): void {
  const [head, ...rest] = verb.split(" ");
  for (const form of new Set(Object.values(verbForms(head!)))) {
    const known = phrases.get(form) ?? [];
    known.push({ aspect, use, rest });
    phrases.set(
      form,
      known.sort((a, b) => b.rest.length - a.rest.length),
    );
  }
}

/** The occurrence verb whose form stands at `at`, and how many words it takes; undefined for any other verb. */
export function occurrenceAt(
  keys: readonly string[],
  at: number,
): { aspect: Aspect; use: Use; length: number } | undefined {
  const found = phrases
    .get(keys[at]!)
    ?.find(({ rest }) => rest.every((word, k) => keys[at + 1 + k] === word));
  return found && { aspect: found.aspect, use: found.use, length: 1 + found.rest.length };
}
