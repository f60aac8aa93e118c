import { Brand } from './resources/brand.ts';
import { Calls } from './resources/calls.ts';
import { Chat } from './resources/chat.ts';
import { Clients } from './resources/clients.ts';
import { Folders } from './resources/folders.ts';
import { Imports } from './resources/imports.ts';
import { Jobs } from './resources/jobs.ts';
import { Keys } from './resources/keys.ts';
import { Profits } from './resources/profits.ts';
import { Rebuttals } from './resources/rebuttals.ts';
import { Search } from './resources/search.ts';
import { Sessions } from './resources/sessions.ts';
import { Speakers } from './resources/speakers.ts';
import { Tags } from './resources/tags.ts';
import { Tenants } from './resources/tenants.ts';
import { Transcripts } from './resources/transcripts.ts';
import { Transport, type TransportOptions } from './transport.ts';

/**
 * The CallVault API, one property per noun.
 * @example
 * // On a server
 * const vault = new CallVault({ baseUrl, secretKey: process.env.CALLVAULT_SECRET_KEY });
 * // In a browser
 * const vault = new CallVault({ baseUrl, publishableKey, fetchSession: () => fetch('/session').then((r) => r.text()) });
 */
export class CallVault {
  readonly brand: Brand;
  readonly calls: Calls;
  readonly chat: Chat;
  readonly clients: Clients;
  readonly folders: Folders;
  readonly imports: Imports;
  readonly jobs: Jobs;
  readonly keys: Keys;
  readonly profits: Profits;
  readonly rebuttals: Rebuttals;
  readonly search: Search;
  readonly sessions: Sessions;
  readonly speakers: Speakers;
  readonly tags: Tags;
  readonly tenants: Tenants;
  readonly transcripts: Transcripts;

  private readonly transport: Transport;

  constructor(options: TransportOptions) {
    const transport = new Transport({ ...options, baseUrl: options.baseUrl.replace(/\/+$/, '') });
    this.transport = transport;
    this.brand = new Brand(transport);
    this.calls = new Calls(transport);
    this.chat = new Chat(transport);
    this.clients = new Clients(transport);
    this.folders = new Folders(transport);
    this.imports = new Imports(transport);
    this.jobs = new Jobs(transport);
    this.keys = new Keys(transport);
    this.profits = new Profits(transport);
    this.rebuttals = new Rebuttals(transport);
    this.search = new Search(transport);
    this.sessions = new Sessions(transport);
    this.speakers = new Speakers(transport);
    this.tags = new Tags(transport);
    this.tenants = new Tenants(transport);
    this.transcripts = new Transcripts(transport);
  }

  /** Forgets the session token; the next request asks for a new one. */
  logout(): void {
    this.transport.session?.clear();
  }

  /** Forgets the token and stops listening to the page. */
  destroy(): void {
    this.transport.session?.destroy();
  }
}
