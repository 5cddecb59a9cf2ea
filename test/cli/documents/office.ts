import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const PROGRAM = ["soffice", "libreoffice"].find(
  (name) => spawnSync(name, ["--version"], { encoding: "utf8" }).status === 0,
);

/** Whether there is a LibreOffice to open documents with; where there is none, the tests that need it are skipped. */
export const hasOffice = PROGRAM !== undefined;

/** Documents of one kind as LibreOffice saves them as another, in their order. */
export function converted(
  documents: readonly Uint8Array[],
  from: "docx" | "odt",
  to: "docx" | "odt" | "fodt" | "txt:Text" | "pdf",
): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), "aide-memoire-office-"));
  try {
    const files = documents.map((bytes, i) => {
      const file = join(folder, `${i}.${from}`);
      writeFileSync(file, bytes);
      return file;
    });
    const out = join(folder, "out");
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const how = [profile, "--headless", "--convert-to", to, "--outdir", out, ...files];
    const { status, stderr } = spawnSync(PROGRAM!, how, { encoding: "utf8", timeout: 300_000 });
    if (status !== 0) throw new Error(`LibreOffice gave up: ${stderr}`);
    return files.map((_, i) => new Uint8Array(readFileSync(join(out, `${i}.${to.split(":")[0]}`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
