import path from "node:path";
import * as vscode from "vscode";

/** A virtual disk, such as the providers of remote repositories have. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #files = new Map<string, Uint8Array>();

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const size = this.#files.get(uri.path)?.length;
    if (size === undefined && this.readDirectory(uri).length === 0)
      throw vscode.FileSystemError.FileNotFound(uri);
    const type = size === undefined ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, size: size ?? 0, ctime: 0, mtime: Date.now() };
  }

  /** A folder is there as long as a file is in it. */
  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const found = new Map<string, vscode.FileType>();
    for (const file of this.#files.keys()) {
      const [name = "", ...below] = path.posix.relative(uri.path, file).split("/");
      if (name === "" || name === "..") continue;
      found.set(name, below.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    if (found.size === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return [...found];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const content = this.#files.get(uri.path);
    if (content === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(uri.path, content);
    this.#changed.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  createDirectory(): void {}

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}
