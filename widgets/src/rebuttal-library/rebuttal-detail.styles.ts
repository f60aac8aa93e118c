import { css } from 'lit';

export const rebuttalDetail = css`
  :host {
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--cv-line-2) transparent;
  }
  .rbd-h {
    display: flex;
    align-items: flex-start;
    gap: 2px;
    padding: 16px 12px 14px 20px;
    padding-inline: 20px 12px;
  }
  .rbd-h h2 {
    flex: 1;
    font-size: var(--cv-t-15);
    line-height: 22px;
    font-weight: 600;
    letter-spacing: -0.014em;
    padding-block-start: 3px;
  }
  .rbd-h .back {
    margin-inline: -8px 4px;
  }
  .oc {
    display: grid;
    grid-template-columns: 1.35fr 1fr 1fr 1fr;
    padding-inline: 20px;
    padding-block-end: 16px;
    border-block-end: 1px solid var(--cv-line);
  }
  .oc dt {
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-text-3);
  }
  .oc dd {
    font-size: var(--cv-t-17);
    line-height: 24px;
    font-weight: 600;
    letter-spacing: -0.015em;
  }
  .oc div + div {
    padding-inline-start: 16px;
    border-inline-start: 1px solid var(--cv-line);
  }
  .more-used {
    padding: 8px 20px;
    border-block-end: 1px solid var(--cv-line);
  }
  .own {
    padding: 16px 20px;
    font-size: var(--cv-t-14);
    line-height: 22px;
    text-wrap: pretty;
  }
  .exch {
    display: grid;
    margin-block-start: 8px;
  }
  .exs {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto;
    gap: 2px 10px;
    padding-block-end: 18px;
    position: relative;
    align-items: start;
  }
  .ex-l {
    grid-column: 2 / -1;
    font-size: var(--cv-t-12);
    line-height: 16px;
    font-weight: 500;
    color: var(--cv-text-3);
  }
  .exs > div:nth-child(2) {
    grid-row: 2;
  }
  .exs.silent p {
    grid-column: 2 / -1;
    font-size: var(--cv-t-13);
  }
  .exs:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: 46px -14px;
    inset-inline-start: 11.5px;
    inline-size: 1px;
    background: var(--cv-line-2);
  }
  .exs.silent:not(:last-child)::before {
    inset-block-start: 0;
  }
  .exs:last-child {
    padding-block-end: 8px;
  }
  .ex-q {
    font-size: var(--cv-t-14);
    line-height: 22px;
    margin-block-start: 1px;
    text-wrap: pretty;
  }
  .exs .tc {
    line-height: 20px;
  }
  .verdict {
    display: flex;
    gap: 8px;
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-good);
    background: var(--cv-good-soft);
    padding: 8px 10px;
    border-radius: var(--cv-r-sm);
    margin-block-start: 6px;
  }
  .verdict.bad {
    color: var(--cv-bad);
    background: var(--cv-bad-soft);
  }
  .verdict.plain {
    color: var(--cv-text-2);
    background: var(--cv-press);
  }
  .verdict .i {
    margin-block-start: 1px;
  }
  .also {
    display: grid;
    gap: 2px;
    margin-inline: -8px;
  }
  .also li {
    display: flex;
    align-items: center;
    gap: 8px;
    block-size: 32px;
    padding-inline: 8px;
    border-radius: var(--cv-r-sm);
    font-size: var(--cv-t-13);
  }
  .also li:hover {
    background: var(--cv-hover);
  }
  .also .case {
    flex: 1;
    block-size: 100%;
  }
  .also .o {
    display: grid;
  }
  @container (min-width: 1040px) {
    :host(:not([compact])) .back {
      display: none;
    }
  }
`;
