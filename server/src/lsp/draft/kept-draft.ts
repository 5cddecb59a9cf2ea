import type { Diagnostic, Range } from "vscode-languageserver";
import type { Report } from "../../checks/check.ts";
import { draftContradiction } from "../../checks/draft-contradiction.ts";
import { type Mentioned, mentionedIn } from "../../features/draft/mentioned.ts";
import type { Snapshot } from "../../features/draft/snapshot.ts";
import type { Id } from "../../knowledge-base/knowledge.ts";
import type { KeptAccounts } from "../../reading/accounts/kept-accounts.ts";
import type { Placed } from "../../reading/accounts/placed.ts";
import { accountsAcross, type How, severityAcrossDrafts } from "../../service.ts";
import { rangeOf, severityOf } from "../convert.ts";
import { diagnosticsOf, pageOf, SOURCE, type Surroundings } from "../diagnostics.ts";

/** A mention in one of the drafts of the window; `uri` is the file's one spelling, not always the client's. */
export interface DraftMention extends Omit<Mentioned, "span"> {
  readonly uri: string;
  readonly range: Range;
}

/** What is kept of a draft that was read: little, and nothing that would keep its text. */
export interface KeptDraft {
  readonly ids: readonly Id[];
  /** Six numbers a mention: which id, line and character of its start and of its end, and its form. */
  readonly places: Int32Array;
  /** What was found in it alone: `Diagnostic[]` as JSON, for many are kept and few are looked at. */
  readonly findings: string;
  /** What other drafts may tell otherwise. */
  readonly accounts: readonly Placed[];
  /** The accounts, by where they start, on which nothing is to be said of other drafts. */
  readonly silent: ReadonlySet<number>;
}

const FORMS: readonly Mentioned["form"][] = [
  "name",
  "alias",
  "weakAlias",
  "abbreviation",
  "demonym",
  "metonym",
  "discouraged",
  "misnomer",
  "near",
  "kind",
];
const QUOTED = 16;

export function keepDraft(
  snapshot: Snapshot,
  how: How,
  around: Surroundings,
  store: KeptAccounts,
): KeptDraft {
  const mentions = mentionedIn(snapshot.reading);
  const ids = [...new Set(mentions.map(({ id }) => id))];
  const indexes = new Map(ids.map((id, i) => [id, i]));
  const { lines } = snapshot.draft;
  const places = new Int32Array(mentions.length * 6);
  for (const [i, { id, span, form, quoted }] of mentions.entries()) {
    const { start, end } = rangeOf(lines, span);
    const kind = FORMS.indexOf(form) + (quoted ? QUOTED : 0);
    places.set([indexes.get(id)!, start.line, start.character, end.line, end.character, kind], i * 6);
  }
  const { accounts, silent } = accountsAcross(snapshot, how);
  const findings = JSON.stringify(diagnosticsOf(snapshot, around));
  const kept = accounts.map((placed) => store.keep(placed));
  return { ids, places, findings, accounts: kept, silent };
}

/** Where an actor or event is mentioned in a draft that was kept. */
export function mentionsIn({ ids, places }: KeptDraft, uri: string, id: Id): DraftMention[] {
  const wanted = ids.indexOf(id);
  if (wanted < 0) return [];
  const found: DraftMention[] = [];
  for (let i = 0; i < places.length; i += 6) {
    if (places[i] !== wanted) continue;
    const [, line, character, endLine, endCharacter, kind] = places.subarray(i, i + 6) as unknown as number[];
    const range = {
      start: { line: line!, character: character! },
      end: { line: endLine!, character: endCharacter! },
    };
    found.push({ id, uri, range, form: FORMS[kind! % QUOTED]!, quoted: kind! >= QUOTED });
  }
  return found;
}

/** The findings on a draft that was kept, `reports` being what is told otherwise in others. */
export function diagnosticsOfKept(
  { findings, accounts, silent }: KeptDraft,
  reports: readonly Report[],
  { settings }: How,
  around: Surroundings,
): Diagnostic[] {
  const alone = JSON.parse(findings) as Diagnostic[];
  const severity = severityAcrossDrafts(settings);
  if (severity === "off") return alone;
  const { id } = draftContradiction;
  const page = pageOf(id, around);
  const across = reports.flatMap(({ span, message, elsewhere = [] }) => {
    const at = accounts.find(({ account }) => account.span.start === span.start);
    if (at === undefined || silent.has(span.start)) return [];
    const related = elsewhere.map(({ uri, start, end, message }) => {
      return { location: { uri, range: { start, end } }, message };
    });
    return {
      range: { start: at.start, end: at.end },
      severity: severityOf(severity),
      source: SOURCE,
      code: id,
      message,
      ...(page === undefined ? {} : { codeDescription: { href: page } }),
      ...(around.understands.relatedInformation ? { relatedInformation: related } : {}),
    };
  });
  return [...alone, ...across].sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}
