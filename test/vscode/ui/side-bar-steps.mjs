import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { sampleOnDisk } from "./sample.mjs";

/** The side bar, the status bar and the walkthrough, as a newcomer comes to them: in a folder with a draft and nothing else. */
export const SIDE_BAR_STEPS = [
  {
    name: "is told by the side bar of a folder without a knowledge base what can be done",
    async run(workbench, { drafts }) {
      const folder = path.join(path.dirname(drafts), "newcomer");
      fs.mkdirSync(folder);
      fs.writeFileSync(path.join(folder, "note.md"), "# Note\n\nSaudi Arabia and Qatar met in Doha.\n");
      await workbench.openFolder(folder);
      await workbench.openFromExplorer("note.md");
      await workbench.answer("There is no knowledge base here", "Not Here");
      await workbench.activity("Aide-Mémoire");
      await workbench.page
        .locator(".welcome-view-content", { hasText: "There is no knowledge base here" })
        .first()
        .waitFor();
      await workbench.screenshot("side-bar-welcome");
    },
  },
  {
    name: "agrees to the bundled one there, and sees its actors and events",
    async run(workbench) {
      await workbench.page.locator(".pane-body .monaco-button", { hasText: "Use the Bundled One" }).click();
      await workbench.treeRow("Attaullah Tarar").waitFor();
      await workbench.treeRow("Doha ceasefire").waitFor();
      await workbench.screenshot("side-bar");
    },
  },
  {
    name: "filters by an abbreviation, and goes to the entry",
    async run(workbench) {
      const { page } = workbench;
      await workbench.command("Aide-Mémoire: Filter Actors and Events");
      await page.locator(".quick-input-widget input").first().fill("ksa");
      await workbench.treeRow("Attaullah Tarar").waitFor({ state: "detached" });
      await workbench.treeRow("Saudi Arabia").waitFor();
      await workbench.screenshot("side-bar-filter");
      await page.keyboard.press("Enter");
      await workbench.treeRow("Saudi Arabia").click();
      await workbench.line("saudi-arabia:").first().waitFor();
    },
  },
  {
    name: "goes to a mention in a draft",
    async run(workbench) {
      const { page } = workbench;
      await workbench.unfold("Saudi Arabia");
      await workbench.unfold("note.md");
      await workbench.treeRow("Saudi Arabia and Qatar met in Doha.").click();
      await page.locator(".tab.active", { hasText: "note.md" }).waitFor();
      await workbench.screenshot("side-bar-mention");
    },
  },
  {
    name: "sees only what the draft mentions, and all again",
    async run(workbench) {
      const { page } = workbench;
      await workbench.command("Aide-Mémoire: Clear the Filter");
      await workbench.command("Aide-Mémoire: Show Only What the Draft Mentions");
      await workbench.treeRow("Doha ceasefire").waitFor({ state: "detached" });
      await workbench.treeRow("Qatar").waitFor();
      await page.getByText("Mentioned in this draft: 3 of 32").waitFor();
      await page.mouse.move(10, 10);
      await workbench.screenshot("side-bar-mentioned");
      await workbench.command("Aide-Mémoire: Show All Actors and Events");
      await workbench.treeRow("Doha ceasefire").waitFor();
    },
  },
  {
    name: "reads in the status bar how the draft stands, and chooses from its menu",
    async run(workbench) {
      const { page } = workbench;
      const item = page.locator('[id="aide-memoire.aide-memoire.aideMemoire.status"]');
      await item.hover();
      await page.locator(".monaco-hover", { hasText: "Held against" }).waitFor();
      await workbench.screenshot("status");
      await item.click();
      const menu = page.locator(".quick-input-list .monaco-list-row");
      await menu.filter({ hasText: "Show the problems" }).waitFor();
      await workbench.screenshot("status-menu");
      await menu.filter({ hasText: "Open the knowledge base" }).click();
      await page.locator(".tab.active", { hasText: ".yaml" }).waitFor();
    },
  },
  {
    name: "begins the walkthrough, and reads why something is underlined",
    async run(workbench) {
      const { page } = workbench;
      await workbench.command("Aide-Mémoire: Get Started");
      await workbench.walkthroughStep("Open a faulty draft").waitFor();
      // The pictures beside the steps need room.
      await page.keyboard.press("Control+b");
      await page.locator(".sidebar").waitFor({ state: "hidden" });
      await workbench.screenshot("walkthrough");
      await page.locator(".gettingStarted .monaco-button", { hasText: "Open the Faulty Sample" }).click();
      await workbench.line("The price of a short truce").first().waitFor();
      await workbench.squiggles("error").first().waitFor();
      await workbench.hoverOn(workbench.squiggles("error").first());
      await workbench.command("Aide-Mémoire: Get Started");
      await workbench.ticked("Open a faulty draft").waitFor();
      await workbench.ticked("Read why").waitFor();
    },
  },
  {
    name: "puts one right, and makes a knowledge base",
    async run(workbench, { drafts, extensions }) {
      const { page } = workbench;
      await page.locator(".tab", { hasText: "faulty.md" }).click();
      await workbench.line("The price of a short truce").first().waitFor();
      await workbench.goTo("drawn in 1896", sampleOnDisk({ extensions }));
      await page.keyboard.press("ArrowLeft");
      await (await workbench.quickFix("1893")).click();
      await workbench.line("drawn in 1893").waitFor();
      await workbench.command("Aide-Mémoire: Get Started");
      await workbench.ticked("Put it right").waitFor();
      await workbench.walkthroughStep("Make a knowledge base of your own").click();
      await workbench.screenshot("walkthrough-own");
      await page.locator(".gettingStarted .monaco-button", { hasText: "Create a Knowledge Base" }).click();
      await workbench.line("east-quay-opening:").waitFor();
      await workbench.screenshot("starter");
      assert.ok(fs.existsSync(path.join(path.dirname(drafts), "newcomer/knowledge/facts.yaml")));
    },
  },
  {
    name: "checks a draft against it, and has done all five steps",
    async run(workbench) {
      const { page } = workbench;
      await workbench.command("Aide-Mémoire: Get Started");
      await workbench.ticked("Make a knowledge base of your own").waitFor();
      await workbench.walkthroughStep("Check your draft against it").click();
      await page.locator(".gettingStarted .monaco-button", { hasText: "Write a First Draft" }).click();
      await workbench.line("The opening of the East Quay was on").waitFor();
      await workbench.squiggles("error").first().waitFor();
      await workbench.screenshot("first-draft");
      await workbench.command("Aide-Mémoire: Get Started");
      await workbench.ticked("Check your draft against it").waitFor();
      await workbench.screenshot("walkthrough-done");
    },
  },
  {
    name: "reads findings in a folder that is not trusted, where nothing is written",
    async run(workbench, { drafts }) {
      const { page } = workbench;
      const home = path.dirname(drafts);
      const settings = path.join(home, "data/User/settings.json");
      const before = JSON.parse(fs.readFileSync(settings, "utf8"));
      const trust = {
        "security.workspace.trust.enabled": true,
        "security.workspace.trust.startupPrompt": "never",
      };
      fs.writeFileSync(settings, JSON.stringify({ ...before, ...trust }));
      const folder = path.join(home, "strange");
      fs.cpSync(path.join(home, "newcomer/knowledge"), path.join(folder, "knowledge"), { recursive: true });
      fs.writeFileSync(path.join(folder, "note.md"), "The opening of the East Quay was on 4 June 2024.\n");
      await workbench.openFolder(folder);
      await page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
      await workbench.openFromExplorer("note.md");
      await workbench.squiggles("error").first().waitFor();
      await workbench.goTo("4 June 2024", "The opening of the East Quay was on 4 June 2024.");
      await page.keyboard.press("ArrowLeft");
      await workbench.quickFix("3 June 2024");
      // VS Code leaves out of this menu what is off.
      const recording = page.locator(".action-widget .monaco-list-row", {
        hasText: "Ignore this in the workspace",
      });
      assert.equal(await recording.count(), 0);
      await workbench.screenshot("restricted");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.keyboard.press("F1");
      await page.locator(".quick-input-widget input").first().fill(">Aide-Mémoire: C");
      const offered = page.locator(".quick-input-list .monaco-list-row");
      await offered.filter({ hasText: "Aide-Mémoire: Check the Knowledge Base" }).waitFor();
      assert.equal(await offered.filter({ hasText: "Create a Knowledge Base" }).count(), 0);
      await page.keyboard.press("Escape");
      assert.deepEqual(fs.readdirSync(folder).sort(), ["knowledge", "note.md"]);
      fs.writeFileSync(settings, JSON.stringify(before));
    },
  },
  {
    name: "reads it all in German, where VS Code speaks it",
    async run(workbench, { drafts }) {
      const { page } = workbench;
      // What a language pack would say to the page.
      await page.addInitScript(() => {
        globalThis._VSCODE_NLS_LANGUAGE = "de";
      });
      await workbench.openFolder(path.join(path.dirname(drafts), "strange"));
      await workbench.activity("Aide-Mémoire");
      await page.locator(".pane-header", { hasText: "Ereignisse" }).waitFor();
      await workbench.treeRow("Orte").waitFor();
      await workbench.screenshot("german");
    },
  },
];
