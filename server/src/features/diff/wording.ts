import { capital } from "../cards/event-card.ts";
import type { Change, DraftDiff, Said } from "./diff.ts";

/** A change in a line: "date of the Doha ceasefire: 18 → 19 October 2025". */
export function changeText({ change, slot, about, before, after }: Change): string {
  if (change === "verdict") return `${about}, ${after!.value}: ${verdicts(before!, after!)}`;
  if (slot === "attribution") return attribution(about, before, after);
  if (before === undefined) return `now ${after!.says}${judged(after!)}`;
  if (after === undefined) return `no longer ${before.says}${judged(before)}`;
  const same = before.verdict === after.verdict;
  const verdict = same ? judged(after) : ` (${verdicts(before, after)})`;
  return `${about}: ${shortened(before.value, after.value)} → ${after.value}${verdict}`;
}

/** "3 statements changed, 1 added": the head or the foot of a comparison. */
export function countsText({ counts }: DraftDiff): string {
  const words = {
    changed: "changed",
    added: "added",
    removed: "removed",
    verdict: "judged otherwise",
  } as const;
  const kinds = Object.keys(words) as (keyof typeof words)[];
  const [first, ...others] = kinds.filter((kind) => counts[kind] > 0);
  if (first === undefined) return "No statement changed";
  const noun = counts[first] === 1 ? "statement" : "statements";
  return [
    `${counts[first]} ${noun} ${words[first]}`,
    ...others.map((kind) => `${counts[kind]} ${words[kind]}`),
  ].join(", ");
}

/** "Named only now: Qatar", and its three likes; each only where there is something to say. */
export function listsText({ actors, dates }: DraftDiff): string[] {
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  return [
    ["named only now", names(actors.appeared)],
    ["no longer named", names(actors.vanished)],
    ["dates only now", dates.appeared],
    ["dates no longer there", dates.vanished],
  ].flatMap(([what, list]) =>
    list!.length === 0 ? [] : [`${capital(what as string)}: ${(list as string[]).join("; ")}`],
  );
}

/** A claim may be told as somebody's, or otherwise; to whom it is given, the check says. */
function attribution(about: string, before: Said | undefined, after: Said | undefined): string {
  const claim = about.replace(/^attribution of /, "");
  if (before === undefined) return `now tells ${claim}, ${after!.value}`;
  if (after === undefined) return `no longer tells ${claim}`;
  if (before.verdict === "supported")
    return `${about} removed: it is ${after.value} (${verdicts(before, after)})`;
  return `${about} ${after.verdict === "supported" ? "added" : "changed"}: it is ${after.value} (${verdicts(before, after)})`;
}

function verdicts(before: Said, after: Said): string {
  return `${VERDICTS[before.verdict]} → ${VERDICTS[after.verdict]}`;
}

/** Only what is wrong needs to be said. */
function judged({ verdict }: Said): string {
  return verdict === "contradicted" ? " (contradicted)" : "";
}

const VERDICTS = { supported: "supported", contradicted: "contradicted", unverified: "not covered" } as const;

/** The old value without the words that it ends with like the new one: "18", of "18 October 2025 → 19 October 2025". */
function shortened(before: string, after: string): string {
  if (!/^\d/.test(before) || !/^\d/.test(after)) return before;
  const [old, now] = [before.split(" "), after.split(" ")];
  while (old.length > 1 && now.length > 1 && old.at(-1) === now.at(-1)) {
    old.pop();
    now.pop();
  }
  return old.join(" ");
}
