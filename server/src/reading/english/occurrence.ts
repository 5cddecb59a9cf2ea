import { verbForms } from "../../text/inflect.ts";

/** How a verb places its event in time: all of it, its beginning, its end, or one of its stages. */
export type Aspect = "whole" | "begin" | "end" | "announced" | "inForce" | "outcome";

/** What the event is to a verb: its subject ("took place"), its object ("signed", and the subject of "was signed"), or either. */
export type Use = "subject" | "object" | "either";

interface Group {
  readonly aspect: Aspect;
  readonly use: Use;
  readonly transitive?: true;
  readonly verbs: string;
}

/** Verbs that say of any event that it took place, so that the date beside them is the event's own. */
const GROUPS: readonly Group[] = [
  {
    aspect: "whole",
    use: "subject",
    verbs:
      "take place|run|last|hit|occur|happen|come|come about|come next|follow|appear|fall|date|date from|date back|go back|erupt|get under way|" +
      "break out|come out|convene",
  },
  // What it does to others is done while it happens; these take an object.
  {
    aspect: "whole",
    use: "subject",
    transitive: true,
    verbs: "destroy|kill|injure|wound|devastate|ravage|flatten",
  },
  // Achievements: what is reached at the height or at the end of it.
  { aspect: "whole", use: "subject", verbs: "peak|culminate|break through|reach its height|reach its peak" },
  // How it came out, whenever that was: only where, and who, is said of the event itself.
  {
    aspect: "outcome",
    use: "subject",
    verbs:
      "fail|succeed|collapse|stall|fall apart|come to nothing|yield nothing|end in failure|end in success",
  },
  {
    aspect: "whole",
    use: "object",
    verbs:
      "hold|sign|adopt|establish|found|set up|create|form|inaugurate|complete|carry out|stage|draw|host|win|" +
      "achieve|secure|bring about|deliver|elect|unveil|date|introduce|submit|present|hand down|perform|give|fight|play|run|table|bring in",
  },
  { aspect: "whole", use: "either", verbs: "strike|meet|pass|launch|gather|assemble|sit" },
  { aspect: "begin", use: "subject", verbs: "set out|set off|kick off|get going" },
  { aspect: "begin", use: "either", verbs: "begin|start|open|commence" },
  { aspect: "end", use: "subject", verbs: "come to an end|break up|break down" },
  { aspect: "end", use: "either", verbs: "end|close|finish|wind up|adjourn" },
  { aspect: "announced", use: "object", verbs: "announce|proclaim" },
  {
    aspect: "inForce",
    use: "subject",
    verbs:
      "take effect|enter into force|come into force|go into force|come into effect|go into effect|enter into effect",
  },
  { aspect: "inForce", use: "object", verbs: "bring into force|put into force" },
];

/** A verb that tells an occurrence. */
export interface Occurrence {
  readonly aspect: Aspect;
  readonly use: Use;
  /** It has an object of its own beside the event ("the fire destroyed the crane"). */
  readonly transitive?: true;
}

/** An occurrence verb by the words that come after its form; `length` counts all of them. */
interface OccurrencePhrase extends Occurrence {
  readonly rest: readonly string[];
  readonly length: number;
}

const phrases = new Map<string, OccurrencePhrase[]>();
for (const { verbs, ...group } of GROUPS) for (const verb of verbs.split("|")) add(verb, group);

function add(verb: string, occurrence: Occurrence): void {
  const [head, ...rest] = verb.split(" ");
  for (const form of new Set(Object.values(verbForms(head!)))) {
    const known = phrases.get(form) ?? [];
    const same = known.findIndex((other) => other.rest.join(" ") === rest.join(" "));
    // "ran for a month" and "was run by": the one verb has both uses.
    if (same >= 0) known[same] = { ...known[same]!, use: "either" };
    else known.push({ rest, length: 1 + rest.length, ...occurrence });
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
): (Occurrence & { readonly length: number }) | undefined {
  return phrases.get(keys[at]!)?.find(({ rest }) => rest.every((word, k) => keys[at + 1 + k] === word));
}
