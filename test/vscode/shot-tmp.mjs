import { launchBrowser } from "./rig/browser.mjs";
const browser = await launchBrowser();
for (const scheme of ["light","dark"]) {
 const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: scheme });
 for (const f of process.argv.slice(2)) { await page.goto("file://"+f); await page.screenshot({ path: f.replace(/\.\w+$/, `-${f.split(".").pop()}-${scheme}.png`), fullPage: false }); }
}
await browser.close();
