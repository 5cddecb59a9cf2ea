import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kindOf } from "../disk.ts";
import { type NewFile, newFile } from "../write-file.ts";

/** Where an import is written to. Nothing of it is seen before it is finished. */
export interface Target {
  /** Lines of YAML before the entries. */
  head(yaml: string): void;
  /** An entry as lines under its map's key. */
  entry(map: "entities" | "events", yaml: string): void;
  finish(): void;
  /** Leaves no trace; without effect after `finish`. */
  discard(): void;
}

/** So many entries are still a file to be read and edited. */
const MOST_ENTRIES = 5000;
const OURS = /^(?:about|(?:entities|events)-\d+)\.yaml$/;

/** Why there can be no output at a path, as a sentence; undefined where there can. */
export function refusal(path: string, force: boolean): string | undefined {
  const kind = kindOf(path);
  if (isFile(path)) {
    if (kind === "folder") return `${path}: this is a folder. Name a file, or a folder without the ending.`;
    return kind === "file" && !force ? `${path}: the file is there already. --force replaces it.` : undefined;
  }
  if (kind === "file") return `${path}: this is a file. Name a folder, or a file with the ending .yaml.`;
  const content = kind === "folder" ? readdirSync(path) : [];
  const others = content.filter((name) => !OURS.test(name));
  if (others.length > 0) {
    return `${path}: the folder holds ${others[0]}, which no import wrote. Name another folder.`;
  }
  return content.length > 0 && !force
    ? `${path}: the folder is not empty. --force replaces what is in it.`
    : undefined;
}

/** A single file, by its ending, or a folder of several. */
export function targetAt(path: string): Target {
  return isFile(path) ? singleFile(newFile(path)) : folder(path);
}

function isFile(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

/** The events wait in a file of their own until all entities are there. */
function singleFile(file: NewFile): Target {
  const home = mkdtempSync(join(tmpdir(), "aide-memoire-"));
  const waiting = join(home, "events.yaml");
  const events = newFile(waiting);
  let [entities, anyEvent] = [false, false];
  return {
    head: (yaml) => file.write(yaml),
    entry(map, yaml) {
      if (map === "events") anyEvent = true;
      else if (!entities) file.write("entities:\n");
      entities ||= map === "entities";
      (map === "events" ? events : file).write(yaml);
    },
    finish() {
      events.finish();
      if (anyEvent) file.write("events:\n");
      if (anyEvent) file.append(waiting);
      file.finish();
      rmSync(home, { recursive: true, force: true });
    },
    discard() {
      events.discard();
      file.discard();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function folder(path: string): Target {
  const place = path.replace(/[\\/]+$/, "");
  const fresh = `${place}.${process.pid}.new`;
  mkdirSync(fresh);
  const about = newFile(join(fresh, "about.yaml"));
  const open: Record<"entities" | "events", { file?: NewFile; entries: number; files: number }> = {
    entities: { entries: 0, files: 0 },
    events: { entries: 0, files: 0 },
  };
  let finished = false;
  return {
    head: (yaml) => about.write(yaml),
    entry(map, yaml) {
      const part = open[map];
      if (part.file === undefined || part.entries === MOST_ENTRIES) {
        part.file?.finish();
        const number = String(++part.files).padStart(4, "0");
        part.file = newFile(join(fresh, `${map}-${number}.yaml`));
        part.file.write(`${map}:\n`);
        part.entries = 0;
      }
      part.entries++;
      part.file.write(yaml);
    },
    finish() {
      about.finish();
      for (const { file } of Object.values(open)) file?.finish();
      replaceFolder(place, fresh);
      finished = true;
    },
    discard() {
      if (finished) return;
      about.discard();
      for (const { file } of Object.values(open)) file?.discard();
      rmSync(fresh, { recursive: true, force: true });
    },
  };
}

/** Two renames: between them the old folder is still there under another name. */
function replaceFolder(place: string, fresh: string): void {
  const old = `${place}.${process.pid}.old`;
  const there = kindOf(place) === "folder";
  if (there) renameSync(place, old);
  renameSync(fresh, place);
  if (there) rmSync(old, { recursive: true, force: true });
}
