import {
  closeSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";

/** A file that is being written. Nobody sees it before it is complete. */
export interface NewFile {
  write(text: string): void;
  /** Adds the bytes of another file. */
  append(file: string): void;
  /** Adds bytes as they are. */
  bytes(content: Uint8Array): void;
  /** Puts the file in its place, over what was there. */
  finish(): void;
  /** Leaves no trace; without effect after `finish`. */
  discard(): void;
}

const BUFFERED = 1 << 16;

/** Begins a file beside its later place, so that it can be renamed into it in one step. Throws what the system says. */
export function newFile(path: string): NewFile {
  const place = realPlace(path);
  const temporary = `${place}.${process.pid}.new`;
  const descriptor = openSync(temporary, "w", modeOf(place));
  let pending: string[] = [];
  let length = 0;
  let open = true;
  const flush = () => {
    writeWhole(descriptor, Buffer.from(pending.join("")));
    pending = [];
    length = 0;
  };
  return {
    write(text) {
      pending.push(text);
      length += text.length;
      if (length >= BUFFERED) flush();
    },
    append(file) {
      flush();
      for (const part of partsOf(file)) writeWhole(descriptor, part);
    },
    bytes(content) {
      flush();
      writeWhole(descriptor, content);
    },
    finish() {
      flush();
      fsyncSync(descriptor);
      closeSync(descriptor);
      open = false;
      renameSync(temporary, place);
    },
    discard() {
      if (!open) return;
      open = false;
      closeSync(descriptor);
      rmSync(temporary, { force: true });
    },
  };
}

/** Writes a whole file in one step: a reader finds the old text or the new one, never a part. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const file = newFile(path);
  try {
    if (typeof content === "string") file.write(content);
    else file.bytes(content);
    file.finish();
  } finally {
    file.discard();
  }
}

/** Why the system lets nothing be written, and what to do about it. */
export function reasonNotWritten(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return REASONS[code] ?? `it cannot be written (${code || String(error)}).`;
}

const FORBIDDEN = "you may not write there. Ask for the right to, or name another place.";
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder to write to. Make it first, or name another.",
  ENOTDIR: "there is no such folder to write to. Make it first, or name another.",
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EROFS: FORBIDDEN,
  EISDIR: "this is a folder where a file is needed.",
  ENOSPC: "there is no room left on the disk.",
};

function* partsOf(file: string): Generator<Uint8Array> {
  const descriptor = openSync(file, "r");
  const buffer = Buffer.allocUnsafe(BUFFERED);
  try {
    for (let length = readSync(descriptor, buffer); length > 0; length = readSync(descriptor, buffer)) {
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

/** The file behind a link, so that the link itself stays. */
function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function modeOf(path: string): number {
  try {
    return statSync(path).mode & 0o777;
  } catch {
    return 0o666;
  }
}
