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
    name: "reads the fact sheet of the draft, and goes from it to the words with the keyboard",
    async run(workbench, places) {
      const { page } = workbench;
      await page.keyboard.press("Escape");
      await workbench.command("Aide-Mémoire: Show the Fact Sheet");
      const sheet = await workbench.view("Facts: faulty.md", "table.facts");
      await workbench.screenshot("fact-sheet");
      assert.deepEqual(await workbench.barriersIn(sheet), []);
      await sheet.getByRole("searchbox").fill("doha ceasefire");
      await sheet.getByRole("button", { name: "Supported" }).press("Enter");
      await sheet.getByRole("status").filter({ hasText: " of " }).waitFor();
      await workbench.screenshot("fact-sheet-filtered");
      const row = sheet.getByRole("row").filter({ hasText: WRONG });
      await row.getByRole("button", { name: /^line/ }).press("Enter");
      await atCursor(workbench, WRONG, sampleOnDisk(places));
      await row.getByRole("button", { name: "doha-ceasefire" }).press("Enter");
      await page.locator(".tab.active", { hasText: "events.yaml" }).waitFor();
      await workbench.closeView("events.yaml");
      await workbench.closeView("Facts: faulty.md");
    },
  },
  {
    name: "goes through the timeline with the keyboard",
    async run(workbench, places) {
      const { page } = workbench;
      await workbench.command("Aide-Mémoire: Show the Timeline");
      const timeline = await workbench.view("Timeline: faulty.md", "[role=option]");
      assert.deepEqual(await workbench.barriersIn(timeline), []);
      await timeline.getByRole("button", { name: "All of it", exact: true }).press("Enter");
      await timeline.getByRole("option", { selected: true }).or(timeline.getByRole("option")).first().focus();
      await page.keyboard.press("Home");
      await timeline
        .getByRole("option", { name: /establishment of the Durand Line, 1893/, selected: true })
        .waitFor();
      await page.keyboard.press("End");
      await timeline.getByRole("option", { name: /9 December 2025/, selected: true }).waitFor();
      await timeline.getByRole("button", { name: "What the draft tells" }).press("Enter");
      const wrong = timeline.getByRole("option", { name: new RegExp(`Doha ceasefire: ${WRONG}`) });
      await wrong.focus();
      await page.keyboard.press("+");
      await workbench.screenshot("timeline");
      await page.keyboard.press("Enter");
      await atCursor(workbench, WRONG, sampleOnDisk(places));
      await workbench.closeView("Timeline: faulty.md");
      await workbench.goTo(EVENT + WRONG, sampleOnDisk(places));
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
    name: "quotes a source word for word, cites it, and names who holds an office",
    async run(workbench, { drafts }) {
      const { page } = workbench;
      fs.writeFileSync(path.join(drafts, "writing.md"), WRITING);
      await workbench.openFromExplorer("writing.md");
      await workbench.line("So it goes on").first().waitFor();
      await page.keyboard.press("Control+End");
      await page.keyboard.type("He says “two-decade in", { delay: 15 });
      const words = await workbench.suggestion("two-decade international presence");
      await workbench.screenshot("completion-quotation");
      await words.click();
      await workbench.line("He says “two-decade international presence”").waitFor();
      await page.keyboard.type(" [@", { delay: 15 });
      const source = await workbench.suggestion("war-explainer");
      await workbench.screenshot("completion-citation");
      await source.click();
      await page.keyboard.press("Control+End");
      await workbench.line("[@war-explainer]").waitFor();
      await page.keyboard.type(", so the information minister ", { delay: 15 });
      const holder = await workbench.suggestion("Attaullah Tarar");
      await workbench.screenshot("completion-office");
      await holder.click();
      await page.keyboard.press("Control+s");
    },
  },
  {
    name: "has what is safe mended on save, and sees the evidence of what is right",
    async run(workbench, { drafts }) {
      const { page } = workbench;
      const settings = path.join(drafts, ".vscode/settings.json");
      const before = JSON.parse(fs.readFileSync(settings, "utf8"));
      const onSave = { "editor.codeActionsOnSave": { "source.fixAll.aideMemoire": "explicit" } };
      fs.writeFileSync(settings, JSON.stringify({ ...before, ...onSave }));
      await workbench.goTo("of Turkey", fs.readFileSync(path.join(drafts, "writing.md"), "utf8"));
      await workbench.quickFix("Fix all");
      await workbench.screenshot("quick-fix-all");
      await page.keyboard.press("Escape");
      await page.keyboard.press("End");
      await page.keyboard.type(" Yes.");
      await page.keyboard.press("Control+s");
      await workbench.line("of Türkiye, and Türkiye’s").waitFor();
      await workbench.line("18 October 2025").first().waitFor();
      await workbench.goTo(`${EVENT}${RIGHT}`, fs.readFileSync(path.join(drafts, "writing.md"), "utf8"));
      const hover = await workbench.hoverBeforeCursor();
      assert.match(await hover.textContent(), /Supported/);
      await workbench.screenshot("hover-supported");
      await page.keyboard.press("Escape");
      fs.writeFileSync(settings, JSON.stringify(before));
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
      await workbench.open("harbour.yaml");
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
  {
    name: "sees at a draft's head what it came to, and in the outline what it speaks of",
    async run(workbench, { drafts }) {
      const { page } = workbench;
      fs.writeFileSync(path.join(drafts, "opening.md"), OPENING);
      await workbench.openFromExplorer("opening.md");
      await page.locator(".codelens-decoration", { hasText: "1 contradicted" }).first().waitFor();
      await workbench.command("Explorer: Focus on Outline View");
      const item = (label) => page.locator(".outline-tree .monaco-list-row", { hasText: label }).first();
      await item("The opening").waitFor();
      await item("East Quay").waitFor();
      await workbench.screenshot("outline");
    },
  },
  ...SIDE_BAR_STEPS,
];

const OPENING = `# The harbour

## The opening

The East Quay was opened on 4 June 2024. The East Quay is by the lighthouse.
`;

const WRITING = `# Writing

So it goes on in the streets of Turkey, and Turkey’s hosts know it.

This is ${EVENT}${WRONG}.

It was ${EVENT}${RIGHT}, and it has held.

`;

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

/** Waits until the cursor is on the last place in a text that has these words. */
async function atCursor({ page }, words, text) {
  const before = text.slice(0, text.lastIndexOf(words)).split("\n");
  await page.locator(".statusbar-item", { hasText: `Ln ${before.length}, Col` }).waitFor();
}

async function savedSample(places, phrase) {
  for (let tries = 0; tries < 100; tries++) {
    if (sampleOnDisk(places).includes(phrase)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`“${phrase}” was not saved`);
}
