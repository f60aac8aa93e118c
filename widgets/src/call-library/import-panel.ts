import type { Import, ImportFile } from '@callvault/sdk';
import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { icon } from '../parts/icon.ts';
import { progress } from '../parts/marks.ts';
import { states } from '../parts/states.styles.ts';
import { importPanel } from './import-panel.styles.ts';
import { lateMessages } from './late-messages.en.ts';
import { reasonOf } from './reason.ts';
import { MOST_FILES, readFiles } from './read-files.ts';

type Stage = 'idle' | 'reading' | 'running' | 'ended' | 'failed';

/** A file with a word for the reader. */
interface Verdict {
  readonly name: string;
  readonly reason: string;
}

/**
 * Imports files and says how far it is; then what came of each file that was not simply imported, with line and reason.
 *
 * @fires {CustomEvent<Import>} cv-imported - Files have come in. Stays private.
 */
export class ImportPanel extends CallVaultElement {
  static override readonly tag = 'cv-call-import-panel';
  static override styles = [base, buttons, states, importPanel];

  @state() private accessor stage: Stage = 'idle';
  @state() private accessor files: readonly File[] = [];
  @state() private accessor current: Import | undefined;
  @state() private accessor refused: readonly Verdict[] = [];
  @state() private accessor error: unknown;

  private readonly t = translator(this, 'call-library', lateMessages);
  #folderId: string | undefined;
  #run = new AbortController();

  get isBusy(): boolean {
    return this.stage === 'reading' || this.stage === 'running';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#run.abort();
  }

  /** Reads the files, sends them, and watches the import until it ends. */
  async start(files: readonly File[], folderId?: string): Promise<void> {
    const { vault } = this;
    if (!vault || files.length === 0 || this.isBusy) return;
    this.#run = new AbortController();
    this.#folderId = folderId;
    const { signal } = this.#run;
    this.files = files;
    [this.error, this.current, this.refused, this.stage] = [undefined, undefined, [], 'reading'];
    try {
      const picked = await readFiles(files.slice(0, MOST_FILES), signal);
      this.refused = this.refusals(picked.filter((each) => 'tooLarge' in each).map(({ name }) => name));
      const ready = picked.flatMap((each) => ('file' in each ? [each.file] : []));
      if (ready.length > 0) {
        this.stage = 'running';
        const body = { files: ready, ...(folderId === undefined ? {} : { folderId }) };
        this.current = await vault.imports.create(body, { signal });
        for await (const current of vault.imports.watch(this.current.id, { signal })) this.current = current;
        this.dispatchEvent(new CustomEvent('cv-imported', { detail: this.current }));
      }
      this.stage = 'ended';
      this.announce(this.headline());
    } catch (error) {
      if (signal.aborted) return;
      [this.error, this.stage] = [error, 'failed'];
    }
  }

  private refusals(tooLarge: readonly string[]): Verdict[] {
    const verdicts = tooLarge.map((name) => ({ name, reason: this.t('import.tooLarge') }));
    const left = this.files.slice(MOST_FILES);
    const [first] = left;
    return first
      ? [...verdicts, { name: first.name, reason: this.t('import.tooMany', { count: MOST_FILES }) }]
      : verdicts;
  }

  private async handleCancel(): Promise<void> {
    const { current, vault } = this;
    if (current && vault) await vault.jobs.cancel(current.jobId).catch((error: unknown) => (this.error = error));
    else this.#run.abort();
    if (!current) this.stage = 'idle';
  }

  private dismiss(): void {
    this.stage = 'idle';
    this.files = [];
  }

  private get verdicts(): Verdict[] {
    const failed = (this.current?.files ?? [])
      .filter(({ status }) => status === 'failed')
      .map((file) => this.verdict(file));
    return [...failed, ...this.refused];
  }

  private verdict({ name, error }: ImportFile): Verdict {
    const line = error?.line == null ? '' : `${this.t('import.line', { line: error.line })}: `;
    return { name, reason: `${line}${error?.message ?? ''}` };
  }

  private headline(): string {
    const files = this.current?.files ?? [];
    const count = (status: ImportFile['status']) => files.filter((file) => file.status === status).length;
    const [known, bad] = [count('duplicate'), this.verdicts.length];
    const parts = [this.t('import.done', { count: count('imported') })];
    if (known > 0) parts.push(this.t('import.known', { count: known }));
    if (bad > 0) parts.push(this.t('import.bad', { count: bad }));
    return parts.join(', ');
  }

  override render() {
    if (this.stage === 'idle') return nothing;
    return html`<div class="job" part="import">${this.isBusy ? this.renderProgress() : this.renderResult()}</div>`;
  }

  private renderProgress() {
    const count = this.files.length;
    const { done, total } = this.current?.progress ?? { done: 0, total: count };
    const label = this.t('import.progress', { done, total });
    return html`<div class="rowx">
        <b>${this.t(this.stage === 'reading' ? 'import.reading' : 'import.running', { count })}</b
        ><span class="rowx"
          ><span class="num">${label}</span>
          <button class="btn gho sm" type="button" @click=${this.handleCancel}>${this.t('cancel')}</button></span
        >
      </div>
      ${progress(total > 0 ? done / total : 0, label)}`;
  }

  private renderResult() {
    const { verdicts, error } = this;
    const failed = this.stage === 'failed' || this.current?.status === 'failed';
    const cancelled = this.current?.status === 'cancelled';
    const head = failed
      ? this.t(this.current ? 'import.stopped' : 'import.failed')
      : cancelled
        ? this.t('import.cancelled')
        : this.headline();
    return html`<div class="rowx">
        <b role="status">${head}</b
        ><span class="rowx">
          ${failed ? this.renderRetry() : nothing}
          <button class="ib xs" type="button" aria-label=${this.t('dismiss')} @click=${this.dismiss}>
            ${icon('x')}
          </button></span
        >
      </div>
      ${error === undefined ? nothing : html`<p>${reasonOf(error)}</p>`}
      ${
        verdicts.length > 0
          ? html`<ul>
              ${verdicts.map(
                ({ name, reason }) =>
                  html`<li>
                    <span class="bad">${icon('alert')}</span><b>${name}</b>
                    <p>${reason}</p>
                  </li>`,
              )}
            </ul>`
          : nothing
      }`;
  }

  private renderRetry() {
    return html`<button class="btn sm" type="button" @click=${() => this.start(this.files, this.#folderId)}>
      ${icon('refresh')}${this.t('retry')}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-import-panel': ImportPanel;
  }
}
