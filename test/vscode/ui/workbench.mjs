import path from "node:path";

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
    // A VS Code that is still starting ignores the keyboard.
    const palette = this.page.locator(".quick-input-widget").first();
    do await this.page.keyboard.press("F1");
    while (!(await within(1000, palette, "visible")));
    await this.pick(title);
  }

  /** Chooses from the list that drops down from the top. */
  async pick(label) {
    await this.page.locator(".quick-input-widget input").first().waitFor();
    await this.page.keyboard.type(label);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: label }).first().click();
  }

  /** Puts the cursor behind a phrase of the open text; it must stand there once. */
  async goTo(phrase) {
    const find = this.page.locator(".find-widget.visible");
    await this.page.locator(".monaco-editor .view-lines").first().click();
    await this.page.keyboard.press("Control+f");
    await find.locator("textarea, input").first().fill(phrase);
    await find.locator(".matchesCount", { hasText: "1 of 1" }).waitFor();
    // A message that pops up meanwhile takes the first Escape for itself.
    do await this.page.keyboard.press("Escape");
    while (!(await within(1000, find, "detached")));
    await this.page.keyboard.press("ArrowRight");
  }

  /** Rests the mouse on the character before the cursor and returns what pops up. */
  async hoverBeforeCursor() {
    const { x, y, height } = await this.page.locator(".cursors-layer .cursor").first().boundingBox();
    await this.page.mouse.move(x - 10, y + height / 2, { steps: 5 });
    const hover = this.page.locator(".monaco-hover:not(.hidden) .monaco-hover-content").first();
    await hover.waitFor();
    return hover;
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
    await this.page.keyboard.press("Control+.");
    const row = this.page.locator(".action-widget .monaco-list-row", { hasText: title }).first();
    await row.waitFor();
    return row;
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

function within(timeout, locator, state) {
  return locator.waitFor({ timeout, state }).then(
    () => true,
    () => false,
  );
}
