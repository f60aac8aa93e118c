import type { CallVault } from '@callvault/sdk';
import { html, render, type TemplateResult } from 'lit';
import { App } from '../app/app.ts';
import { define } from '../core/define.ts';
import type { CallVaultElement } from '../core/element.ts';
import type { Catalogue } from '../core/i18n.ts';
import { fakeVault } from './fake-vault.ts';
import { watchPage } from './watch-page.ts';

export interface FixtureOptions {
  readonly vault?: CallVault;
  readonly scheme?: 'light' | 'dark';
  readonly locale?: string;
  readonly timeZone?: string;
  readonly messages?: Catalogue;
  /** Pixels. Default 1000. */
  readonly width?: number;
  /** Pixels. Default 700. */
  readonly height?: number;
}

const mounted = new Set<HTMLElement>();

/**
 * Mounts a widget inside `<cv-app>` with a fake API and waits for its first data. Returns the first element of `template`.
 * Whatever the page reports meanwhile fails the test: see {@link watchPage}.
 *
 * @example const library = await fixture<CallLibrary>(html`<cv-call-library></cv-call-library>`, { vault });
 */
export async function fixture<Widget extends CallVaultElement>(
  template: TemplateResult,
  { vault = fakeVault(), scheme = 'light', locale = 'en-GB', timeZone = 'UTC', messages, ...size }: FixtureOptions = {},
): Promise<Widget> {
  define(App);
  const stage = document.createElement('main');
  stage.style.setProperty('width', `${size.width ?? 1000}px`);
  stage.style.setProperty('height', `${size.height ?? 700}px`);
  document.body.append(stage);
  mounted.add(stage);
  render(
    html`<cv-app .vault=${vault} .scheme=${scheme} .locale=${locale} .timeZone=${timeZone} .messages=${messages}
      >${template}</cv-app
    >`,
    stage,
  );
  const widget = stage.querySelector<Widget>('cv-app > *');
  if (!widget) throw new Error('The template holds no element.');
  await settled(widget);
  return widget;
}

/** Waits until promises that are under way have come through and the element has drawn them. */
export async function settled(widget: CallVaultElement): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    await widget.updateComplete;
  }
}

/** Waits for `condition`, two seconds at most unless said; code that is still to be loaded may take longer. */
export async function until(condition: () => unknown, what = 'the condition', most = 2000): Promise<void> {
  const end = performance.now() + most;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Waited ${most} ms for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Finds inside the shadow root, or fails by name. */
export function find<Tag extends keyof HTMLElementTagNameMap>(
  widget: CallVaultElement,
  selector: Tag,
): HTMLElementTagNameMap[Tag];
export function find<Found extends HTMLElement = HTMLElement>(widget: CallVaultElement, selector: string): Found;
export function find<Found extends HTMLElement = HTMLElement>(widget: CallVaultElement, selector: string): Found {
  const found = widget.renderRoot.querySelector<Found>(selector);
  if (!found) throw new Error(`<${widget.localName}> has no "${selector}".`);
  return found;
}

/** All of them, inside the shadow root. */
export function findAll<Found extends HTMLElement = HTMLElement>(widget: CallVaultElement, selector: string): Found[] {
  return [...widget.renderRoot.querySelectorAll<Found>(selector)];
}

watchPage(() => {
  for (const stage of mounted) stage.remove();
  mounted.clear();
});
