import type { Connection } from "vscode-languageserver";
import { parseSettings, type Settings } from "../settings.ts";
import { type Client, sectionOf } from "./client.ts";
import { SETTINGS_SECTIONS } from "./protocol.ts";

/** The client's settings, by folder of the window; asked for once and again after every change. */
export class SettingsStore {
  readonly #connection: Connection;
  readonly #client: Client;
  readonly #byFolder = new Map<string, Promise<Settings>>();
  #sent: unknown;

  constructor(connection: Connection, client: Client) {
    this.#connection = connection;
    this.#client = client;
    this.#sent = client.settings;
  }

  /** The settings that hold in a folder, or for drafts in none. The same object until they change. */
  of(folder: string | undefined): Promise<Settings> {
    const key = folder ?? "";
    const known = this.#byFolder.get(key);
    if (known !== undefined) return known;
    const asked = this.#ask(folder);
    this.#byFolder.set(key, asked);
    return asked;
  }

  /** Forgets everything; `sent` are the new settings of a client that cannot be asked. */
  change(sent: unknown): void {
    const section = sectionOf(sent);
    if (section !== undefined) this.#sent = section;
    this.#byFolder.clear();
  }

  async #ask(folder: string | undefined): Promise<Settings> {
    const { settings, problems } = parseSettings(await this.#raw(folder));
    for (const problem of problems) this.#connection.console.warn(`Settings: ${problem}`);
    return settings;
  }

  async #raw(folder: string | undefined): Promise<unknown> {
    if (!this.#client.tellsSettings) return this.#sent;
    try {
      const scope = folder === undefined ? {} : { scopeUri: folder };
      const items = SETTINGS_SECTIONS.map((section) => ({ section, ...scope }));
      const told: unknown = await this.#connection.workspace.getConfiguration(items);
      const section = Array.isArray(told) ? told.find(says) : undefined;
      return section ?? this.#sent;
    } catch (error) {
      this.#connection.console.error(`The client did not tell its settings: ${String(error)}`);
      return this.#sent;
    }
  }
}

/** Some clients answer with an empty map where they know of nothing. */
function says(section: unknown): boolean {
  return section != null && (typeof section !== "object" || Object.keys(section).length > 0);
}
