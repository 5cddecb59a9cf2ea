import { commands, type Disposable, EventEmitter } from "vscode";
import { type BaseLanguageClient, NotificationType, NotificationType0, State } from "vscode-languageclient";
import {
  ACTIVITY,
  type ActivityParams,
  CHANGED,
  STATUS,
  type Status,
  type StatusRequest,
} from "../../server/src/lsp/protocol.ts";
import type { ActiveDraft } from "./active-draft.ts";

/** Whether the server lives, is at work, and has a knowledge base. */
export type Phase = "starting" | "stopped" | "checking" | "idle" | "none" | "notAgreed";

/** How things stand: what the server tells of itself, kept up to date for everything that shows it. */
export class Standing implements Disposable {
  readonly #changed = new EventEmitter<void>();
  /** The phase or the status is another. */
  readonly onDidChange = this.#changed.event;
  readonly #contents = new EventEmitter<void>();
  /** What the server would answer about knowledge and drafts may be another; or another draft is meant. */
  readonly onDidChangeContents = this.#contents.event;
  readonly #client: BaseLanguageClient;
  readonly #draft: ActiveDraft;
  readonly #subscriptions: Disposable[];
  #checking = false;
  #asked = 0;
  /** Whether the contents are to be told of as well when the answer is there: it may be that of a later question. */
  #outdated = false;
  status: Status | undefined;

  constructor(client: BaseLanguageClient, draft: ActiveDraft) {
    this.#client = client;
    this.#draft = draft;
    this.#subscriptions = [
      client.onDidChangeState(() => this.#begin()),
      client.onNotification(new NotificationType<ActivityParams>(ACTIVITY), ({ checking }) => {
        this.#checking = checking;
        void this.#ask(false);
      }),
      client.onNotification(new NotificationType0(CHANGED), () => this.#ask()),
      draft.onDidChange(() => this.#ask()),
    ];
  }

  get phase(): Phase {
    if (this.#client.state === State.Stopped) return "stopped";
    if (this.#client.state !== State.Running) return "starting";
    if (this.status !== undefined && this.status.state !== "served") return this.status.state;
    return this.#checking ? "checking" : "idle";
  }

  /** The draft that is meant, as requests to the server spell it. */
  get uri(): string | undefined {
    const { uri } = this.#draft;
    return uri && this.#client.code2ProtocolConverter.asUri(uri);
  }

  dispose(): void {
    this.#changed.dispose();
    this.#contents.dispose();
    for (const each of this.#subscriptions) each.dispose();
  }

  #begin(): void {
    this.#checking = false;
    this.status = undefined;
    void this.#ask();
  }

  async #ask(contents = true): Promise<void> {
    this.#outdated ||= contents;
    const asked = ++this.#asked;
    if (this.#client.state === State.Running) {
      const request: StatusRequest = { uri: this.uri };
      // A server that stops meanwhile takes its commands with it.
      const status = await commands.executeCommand<Status | null>(STATUS, request).then(
        (answer) => answer,
        () => null,
      );
      if (asked !== this.#asked) return;
      this.status = status ?? undefined;
    }
    void commands.executeCommand("setContext", "aideMemoire.phase", this.phase);
    this.#changed.fire();
    if (this.#outdated) this.#contents.fire();
    this.#outdated = false;
  }
}
