import fs from "node:fs";
import path from "node:path";

/** The faulty sample of the installed extension, as it stands on the disk. */
export function sampleOnDisk({ extensions }) {
  const [extension] = fs.readdirSync(extensions).filter((name) => name.startsWith("aide-memoire."));
  return fs.readFileSync(path.join(extensions, extension, "knowledge/samples/faulty.md"), "utf8");
}
