import { outputOf } from "../../../server/src/cli/output.ts";
import type { CheckedDraft, Report, ReportSetting, Run } from "../../../server/src/cli/reports/report.ts";
import { loadKnowledge } from "../../../server/src/knowledge-base/loading/load.ts";
import { checkText } from "../../../server/src/service.ts";
import { DEFAULT_SETTINGS } from "../../../server/src/settings.ts";
import { SETTING } from "./setting.ts";

export const WORLD = `
knowledgeBase: { title: Port <Lune> & "Sons", language: en }
sources:
  gazette: { title: Gazette of Port Lune & Morvane }
entities:
  port-lune: { type: place, name: Port Lune }
  morvane: { type: country, name: Morvane, demonyms: [Morvanian] }
  dorania: { type: country, name: Dorania, demonyms: [Doranian] }
events:
  lune-accord:
    type: agreement
    name: Lune Accord
    date: 2019-05-03
    place: port-lune
    participants: { signatory: [morvane, dorania] }
    evidence: [{ source: gazette, quote: 'the "Accord" was signed here, at 10% < cost, on 3 May 2019' }]
`;

export const { knowledge } = loadKnowledge([{ file: "world.yaml", text: WORLD }]);

export const FAULTY = "Morvane and Dorania signed the Lune Accord on 4 May 2019.\n";

/** Every way in which a finding may be reported or not, with text that no format may stumble over. */
export const DRAFTS: readonly CheckedDraft[] = [
  draft(
    "folder, with: 100%/nasty <name> & 'é'.md",
    `# <b>“&” ]]> \u{1F4DC} , : % --> \u0007</b>\n\n${FAULTY}`,
  ),
  draft("twice.md", `${FAULTY}\n${FAULTY}`),
  draft("weekday.md", "Morvane and Dorania signed the Lune Accord on Monday, 3 May 2019.\n"),
  draft(
    "ignored.md",
    FAULTY.replace("\n", " <!-- aide-memoire-disable-line event-date -- why & <how> -->\n"),
  ),
  draft("sound.md", FAULTY.replace("4 May", "3 May")),
  draft("surrogate.md", `\uD800 ${FAULTY}`),
  { ...draft("known.md", FAULTY), findings: [], known: draft("known.md", FAULTY).findings },
];

/** A draft as it is checked in the world. */
export function draft(path: string, text: string): CheckedDraft {
  const snapshot = checkText({ text, format: "markdown", knowledge, uri: path, settings: DEFAULT_SETTINGS });
  return { path, snapshot, findings: snapshot.findings, known: [], apart: [] };
}

/** What a report writes of some drafts. */
export function reportOn(
  report: Report,
  drafts: readonly CheckedDraft[] = DRAFTS,
  { setting = {}, run = {} }: { readonly setting?: Partial<ReportSetting>; readonly run?: Partial<Run> } = {},
): string {
  let text = "";
  const begun = report(outputOf({ write: (more) => (text += more) }, false, {}), { ...SETTING, ...setting });
  for (const each of drafts) begun.add(each);
  begun.end({ knowledge: [knowledge], complete: true, troubles: [], gone: 0, ...run });
  return text;
}
