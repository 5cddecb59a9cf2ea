import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

/** VS Code as a person at the screen has it: what can be seen, clicked and typed. */
export class Workbench {
  constructor(page, screenshots) {
    this.page = page;
    this.screenshots = screenshots;
  }

  screenshot(name) {
    return this.page.screenshot({ path: path.join(this.screenshots, `${name}.png`) });
  }

  /** A picture of nothing but the text and what floats above it: `docs/screenshot.png` is one. */
  async pictureOfEditor(name) {
    const { x, y, width } = await this.page.locator(".editor-group-container").first().boundingBox();
    const { y: cursor } = await this.page.locator(".cursors-layer .cursor").first().boundingBox();
    const clip = { x, y, width, height: cursor + 64 - y };
    await this.page.screenshot({ path: path.join(this.screenshots, `${name}.png`), clip });
  }

  /** Runs a command from the command palette. */
  async command(title) {
    const palette = this.page.locator(".quick-input-widget").first();
    // A VS Code that is still starting ignores the keyboard.
    do await this.page.keyboard.press("F1");
    while (!(await appears(palette)));
    await this.pick(title, `>${title}`);
  }

  /** Chooses from the list that drops down from the top. */
  async pick(label, typed = label, timeout = undefined) {
    const row = this.page.locator(".quick-input-list .monaco-list-row", { hasText: label }).first();
    await this.page.locator(".quick-input-widget input").first().fill(typed, { timeout });
    await row.click({ timeout });
  }

  /** Opens a file by its name. VS Code closes the list by itself when something else takes the focus just then. */
  async open(name) {
    for (let again = 2; ; again--) {
      await this.page.keyboard.press("Control+p");
      try {
        return await this.pick(name, name, again > 0 ? 4000 : undefined);
      } catch (error) {
        if (again === 0) throw error;
      }
    }
  }

  /** Puts the cursor behind a phrase of the open text, which is given as it is on disk. */
  async goTo(phrase, text) {
    const before = text.slice(0, text.indexOf(phrase) + phrase.length).split("\n");
    const line = before.length;
    const column = before.at(-1).length + 1;
    await this.page.keyboard.press("Control+g");
    await this.page.locator(".quick-input-widget input").first().waitFor();
    await this.page.keyboard.type(`${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` }).waitFor();
    await this.page.locator(".quick-input-widget").first().waitFor({ state: "hidden" });
  }

  /** Rests the mouse on the character before the cursor and returns what pops up. */
  async hoverBeforeCursor() {
    const { x, y, height } = await this.page.locator(".cursors-layer .cursor").first().boundingBox();
    await this.page.mouse.move(x - 10, y + height / 2, { steps: 5 });
    const hover = this.page.locator(".monaco-hover:not(.hidden) .monaco-hover-content").first();
    await hover.waitFor();
    return hover;
  }

  /** Rests the mouse on something in the text until a card pops up. */
  async hoverOn(locator) {
    const hover = this.page.locator(".monaco-hover:not(.hidden) .monaco-hover-content").first();
    for (let tries = 0; tries < 4; tries++) {
      // A line above the text that comes late, such as a lens, moves what the mouse was on.
      const { x, y, height } = await locator.boundingBox();
      await this.page.mouse.move(x + 5, y + height + 120);
      await this.page.mouse.move(x + 5, y + height / 2, { steps: 5 });
      if (await appears(hover)) return hover;
    }
    throw new Error("No card popped up.");
  }

  /** Opens another folder in the same window. */
  async openFolder(folder) {
    const { origin } = new URL(this.page.url());
    await this.page.goto(`${origin}/?${new URLSearchParams({ folder })}`);
    await this.page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  }

  /** Shows a view of the activity bar. */
  async activity(name) {
    await this.page.locator(`.activitybar .action-label[aria-label^="${name}"]`).click();
  }

  /** A line of a tree in the side bar. */
  treeRow(label) {
    return this.page.locator(".sidebar .customview-tree .monaco-list-row", { hasText: label }).first();
  }

  async unfold(label) {
    await this.treeRow(label).locator(".monaco-tl-twistie").click();
  }

  walkthroughStep(title) {
    return this.page.locator(".gettingStarted .getting-started-step", { hasText: title }).first();
  }

  /** A step of the walkthrough that is done. */
  ticked(title) {
    return this.walkthroughStep(title).locator(".codicon-getting-started-step-checked").first();
  }

  squiggles(severity) {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`);
  }

  line(text) {
    return this.page.locator(".monaco-editor .view-line", { hasText: text });
  }

  /** Waits for an entry in the list of suggestions. */
  async suggestion(label) {
    await this.page.keyboard.press("Control+Space");
    const row = this.page.locator(".suggest-widget.visible .monaco-list-row", { hasText: label }).first();
    await row.waitFor();
    return row;
  }

  /** Waits for an entry in the menu of the light bulb. */
  async quickFix(title) {
    const row = this.page.locator(".action-widget .monaco-list-row", { hasText: title }).first();
    // Asked for just when the finding is told anew, VS Code closes the menu again.
    for (let tries = 0; tries < 3; tries++) {
      await this.page.keyboard.press("Control+.");
      if (await appears(row)) return row;
      await this.page.keyboard.press("Escape");
    }
    await row.waitFor();
    return row;
  }

  /** What a view beside the text shows, once there is something in it. */
  async view(title, first) {
    await this.page.locator(".tab", { hasText: title }).first().waitFor();
    const inside = this.page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
    await inside.locator(first).first().waitFor();
    return inside;
  }

  async closeView(title) {
    const tab = this.page.locator(".tab", { hasText: title }).first();
    await tab.click({ button: "middle" });
    await tab.waitFor({ state: "detached" });
  }

  /** What axe finds that would keep somebody from using a view. */
  async barriersIn(inside) {
    const frame = await (await inside.locator("body").elementHandle()).ownerFrame();
    await frame.evaluate(fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
    const { violations } = await frame.evaluate(() => globalThis.axe.run(document));
    return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0].html})`);
  }

  async openFromExplorer(name) {
    await this.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`).dblclick();
  }

  /** Presses a button of a message that asks something. */
  async answer(question, button) {
    const message = this.page.locator(".notification-list-item", { hasText: question });
    await message.waitFor();
    await this.screenshot("question");
    await message.locator(".monaco-button", { hasText: button }).first().click();
  }
}

function appears(locator) {
  return locator.waitFor({ timeout: 4000 }).then(
    () => true,
    () => false,
  );
}
