// Renders client/icon.svg into the PNG that VS Code shows.
import fs from "node:fs";
import { launchBrowser } from "../test/vscode/rig/browser.mjs";

const SIZE = 256;
const svg = fs.readFileSync("client/icon.svg", "utf8");
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
await page.screenshot({ path: "client/icon.png", omitBackground: true });
await browser.close();
