import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { sampleOnDisk } from "./sample.mjs";
import { SIDE_BAR_STEPS } from "./side-bar-steps.mjs";

const WRONG = "18 October 2025";
const RIGHT = "19 October 2025";
const EVENT = "the Doha ceasefire of ";

/** What a newcomer does, in this order. Each step builds on those before it. */
export const STEPS = [
  {
    name: "opens a sample from the command palette",
    async run(workbench) {
      await workbench.command("Aide-Mémoire: Open a Sample");
      await workbench.pick("faulty.md");
      await workbench.line("The price of a short truce").first().waitFor();
    },
  },
  {
    name: "sees what is wrong underlined",
    async run(workbench, places) {
      await workbench.goTo(EVENT + WRONG, sampleOnDisk(places));
      await workbench.squiggles("error").first().waitFor();
      await workbench.screenshot("squiggles");
    },
  },
  {
    name: "reads why, with the mouse on it",
    async run(workbench) {
      const hover = await workbench.hoverBeforeCursor();
      assert.match(await hover.textContent(), new RegExp(RIGHT));
      await workbench.screenshot("hover");
      await workbench.pictureOfEditor("readme");
    },
  },
  {
    name: "puts it right by the quick fix",
    async run(workbench) {
      await workbench.page.keyboard.press("Escape");
      await workbench.page.keyboard.press("ArrowLeft");
      const fix = await workbench.quickFix(RIGHT);
      await workbench.screenshot("quick-fix");
      await fix.click();
      await workbench.line(EVENT + RIGHT).waitFor();
    },
  },
  {
    name: "completes a name while writing",
    async run(workbench, places) {
      const { page } = workbench;
      await page.locator(".monaco-editor.focused").waitFor();
      await page.keyboard.press("Control+End");
      await page.keyboard.press("Enter");
      await page.keyboard.type("Nobody has heard of the Islamic State Khor", { delay: 15 });
      const entry = await workbench.suggestion("Islamic State Khorasan Province");
      await workbench.screenshot("completion");
      await entry.click();
      await workbench.line("Nobody has heard of the Islamic State Khorasan Province").waitFor();
      await page.keyboard.press("Control+s");
      await savedSample(places, EVENT + RIGHT);
    },
  },
  {
    name: "is asked before a draft of their own is checked",
    async run(workbench, { drafts }) {
      fs.writeFileSync(path.join(drafts, "brief.md"), `# Brief\n\nThis is about ${EVENT}${WRONG}.\n`);
      await workbench.openFromExplorer("brief.md");
      await workbench.answer("There is no knowledge base here", "Yes");
      await workbench.squiggles("error").first().waitFor();
      await workbench.screenshot("own-draft");
    },
  },
  {
    name: "says why something may stay, and hears no more of it",
    async run(workbench, { drafts }) {
      const { page } = workbench;
      await workbench.goTo(EVENT + WRONG, fs.readFileSync(path.join(drafts, "brief.md"), "utf8"));
      const way = await workbench.quickFix("Ignore this in the workspace");
      await workbench.screenshot("ignore");
      await way.click();
      await page.locator(".quick-input-widget input").fill("The minister said so.");
      await workbench.screenshot("ignore-reason");
      await page.keyboard.press("Enter");
      await workbench.squiggles("error").first().waitFor({ state: "detached" });
      assert.match(
        fs.readFileSync(path.join(drafts, ".aide-memoire-ignore.yaml"), "utf8"),
        /reason: The minister said so\./,
      );
    },
  },
  {
    name: "sees what dates leave out, and where it was taken from",
    async run(workbench, { drafts }) {
      const settings = path.join(drafts, ".vscode/settings.json");
      const before = JSON.parse(fs.readFileSync(settings, "utf8"));
      fs.writeFileSync(settings, JSON.stringify({ ...before, "aideMemoire.dateHints": "all" }));
      fs.writeFileSync(path.join(drafts, "dates.md"), DATES);
      await workbench.openFromExplorer("dates.md");
      await workbench.line("The talks were held").waitFor();
      await workbench.page.locator(".view-line", { hasText: "2021" }).nth(1).waitFor();
      await workbench.goTo("Six days later", DATES);
      const hover = await workbench.hoverBeforeCursor();
      assert.match(await hover.textContent(), /Friday, 24 September 2021/);
      await workbench.screenshot("dates");
      await workbench.page.keyboard.press("Escape");
    },
  },
  {
    name: "writes what holds for the drafts, with all that can be said at hand",
    async run(workbench, { drafts }) {
      const { page } = workbench;
      fs.writeFileSync(path.join(drafts, ".aide-memoire.yaml"), "checks:\n  event-dat: hint\n");
      await workbench.openFromExplorer(".aide-memoire.yaml");
      await workbench.line("checks:").waitFor();
      await workbench.squiggles("error").first().waitFor();
      await page.keyboard.press("Control+End");
      await page.keyboard.type("  event-pl", { delay: 15 });
      const entry = await workbench.suggestion("event-place");
      await workbench.screenshot("project-file");
      await entry.click();
      await workbench.line("event-place:").waitFor();
      await page.keyboard.press("Control+s");
      fs.rmSync(path.join(drafts, ".aide-memoire.yaml"));
    },
  },
  {
    name: "writes a fact, with the entries that there are at hand",
    async run(workbench, { drafts }) {
      const { page } = workbench;
      const file = path.join(drafts, "knowledge/harbour.yaml");
      fs.mkdirSync(path.dirname(file));
      fs.writeFileSync(file, HARBOUR);
      await page.keyboard.press("Control+p");
      await workbench.pick("harbour.yaml");
      await workbench.line("east-quay-opening").waitFor();
      await workbench.goTo("date: 2024-06-03", HARBOUR);
      await page.keyboard.press("Enter");
      await page.keyboard.type("pla", { delay: 15 });
      await (await workbench.suggestion("place")).click();
      const entry = await workbench.suggestion("east-quay");
      await workbench.screenshot("knowledge-completion");
      await entry.click();
      await workbench.line("place: east-quay").waitFor();
      await page.keyboard.press("Control+s");
    },
  },
  {
    name: "learns how often the drafts mention an actor, and what is wrong with a fact",
    async run(workbench, { drafts }) {
      fs.writeFileSync(path.join(drafts, "note.md"), "The East Quay is open.\n");
      await workbench.page
        .locator(".codelens-decoration", { hasText: "mentioned once in one draft" })
        .first()
        .waitFor();
      await workbench.squiggles("error").first().waitFor();
      await workbench.screenshot("knowledge-problems");
    },
  },
  ...SIDE_BAR_STEPS,
];

const DATES = `# Talks

The talks were held from 16 to 18 September 2021. Six days later they went on in Doha. On 3 October they ended.
`;

const HARBOUR = `# What is known of the harbour.
knowledgeBase: { title: The harbour }
entities:
  east-quay: # by the lighthouse
    type: place
    name: East Quay
  mira-holm:
    type: person
    name: Mira Holm
    roles: [{ title: Chair, of: harbor-board, during: 2022-04/.. }]
  harbour-board: { type: organization, name: Harbour Board }
events:
  east-quay-opening:
    type: opening
    name: opening of the East Quay
    date: 2024-06-03
`;

async function savedSample(places, phrase) {
  for (let tries = 0; tries < 100; tries++) {
    if (sampleOnDisk(places).includes(phrase)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`“${phrase}” was not saved`);
}
