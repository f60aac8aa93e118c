import { css } from 'lit';

export const rebuttalLibrary = css`
  :host {
    block-size: 100%;
    min-block-size: 320px;
  }
  .reb .head .sep {
    margin-inline: 6px;
  }
  .find {
    padding: 0 20px 16px;
    flex: none;
  }
  .find .field:focus-within {
    outline-offset: -1px;
  }
  .find .i.s20 {
    color: var(--cv-mark-line);
  }
  .find input {
    font-size: var(--cv-t-17);
    letter-spacing: -0.014em;
    font-weight: 500;
  }
  .find input::-webkit-search-cancel-button {
    display: none;
  }
  .find-k {
    flex: none;
    white-space: nowrap;
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .find-k .xs {
    margin-inline-end: 2px;
  }
  .rbl {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    flex: 1;
    min-block-size: 0;
    border-block-start: 1px solid var(--cv-line);
    position: relative;
  }
  .kinds {
    display: none;
    grid-template-columns: minmax(0, 1fr);
    padding: 12px 8px;
    background: var(--cv-sunken);
    border-inline-end: 1px solid var(--cv-line);
    overflow: auto;
    align-content: start;
  }
  .kinds h2 {
    display: flex;
    justify-content: space-between;
    font-size: var(--cv-t-12);
    line-height: 16px;
    font-weight: 500;
    color: var(--cv-text-3);
    padding: 4px 12px 6px;
  }
  .kinds button {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 5px 8px;
    padding: 7px 12px 9px;
    border-radius: var(--cv-r-sm);
    font-size: var(--cv-t-13);
    line-height: 18px;
    color: var(--cv-text-2);
  }
  .kinds button:hover {
    background: var(--cv-hover);
  }
  .kinds button:focus-visible {
    outline-offset: -2px;
  }
  .kinds button[aria-current] {
    background: var(--cv-press);
    color: var(--cv-text);
    font-weight: 500;
  }
  .kinds em {
    font-size: var(--cv-t-12);
    color: var(--cv-text-3);
    font-weight: 400;
  }
  .kb {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 3px;
  }
  .kb:dir(rtl) {
    scale: -1 1;
  }
  .b0 {
    fill: var(--cv-press);
  }
  .kf {
    fill: var(--cv-good-fill);
  }
  .kn {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 12px;
    white-space: nowrap;
  }
  .rbm {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
  }
  .rbm-h {
    display: flex;
    align-items: center;
    padding-inline: 20px 12px;
    min-block-size: 44px;
    font-size: var(--cv-t-12);
    color: var(--cv-text-3);
    border-block-end: 1px solid var(--cv-line);
    flex: none;
  }
  .rbm-h p {
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    min-inline-size: 0;
  }
  .rbm-h b {
    font-weight: 600;
    color: var(--cv-text-2);
  }
  .rb {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    gap: 0 12px;
    padding: 16px 20px;
    position: relative;
  }
  .rb + .rb::before {
    content: '';
    position: absolute;
    inset-block-start: 0;
    inset-inline: 48px 20px;
    block-size: 1px;
    background: var(--cv-line);
  }
  .rb:hover {
    background: var(--cv-hover);
  }
  .rb.on {
    background: var(--cv-accent-soft);
  }
  .rb.on::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 2px;
    background: var(--cv-accent-text);
  }
  .rb.on + .rb::before {
    opacity: 0;
  }
  /* The whole row opens the reply; what stands above the stretched button keeps its own click. */
  .rb-t {
    font: inherit;
    letter-spacing: inherit;
  }
  .rb-t::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .rb-t:focus-visible {
    outline: none;
  }
  .rb-t:focus-visible::after {
    outline: 2px solid var(--cv-focus);
    outline-offset: -2px;
  }
  .rb .tc {
    position: relative;
    z-index: 1;
  }
  .rk {
    font-size: var(--cv-t-13);
    line-height: 20px;
    color: var(--cv-text-3);
    text-align: end;
  }
  .rb-h {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 20px;
  }
  .rb h3 {
    font-size: var(--cv-t-14);
    line-height: 20px;
    font-weight: 600;
    letter-spacing: -0.011em;
  }
  .rb .quote,
  .own-w {
    margin-block: 6px 8px;
    text-wrap: pretty;
  }
  .own-w {
    font-size: var(--cv-t-14);
    line-height: 22px;
  }
  .rb-w {
    text-align: end;
    display: grid;
    gap: 6px;
    align-content: start;
    justify-items: end;
    font-size: var(--cv-t-12);
    line-height: 20px;
    color: var(--cv-text-3);
  }
  .rb-w b {
    font-size: var(--cv-t-15);
    font-weight: 600;
    color: var(--cv-text);
    letter-spacing: -0.01em;
  }
  .rb-u {
    line-height: 16px;
  }
  .units {
    display: block;
    max-inline-size: 132px;
  }
  .units .y {
    fill: var(--cv-good-fill);
  }
  .units .n {
    fill: none;
    stroke: var(--cv-line-2);
    stroke-width: 1;
  }
  .rb.low .units .y {
    fill: var(--cv-warn-fill);
  }
  .rb.low :is(h3, .quote) {
    color: var(--cv-text-2);
  }
  cv-rebuttal-detail {
    display: none;
    min-block-size: 0;
    background: var(--cv-surface);
  }
  cv-rebuttal-detail.open {
    display: block;
    position: absolute;
    inset: 0;
    z-index: 2;
  }
  @container wid (min-width: 720px) {
    .rbl {
      grid-template-columns: 168px minmax(0, 1fr);
    }
    .kinds {
      display: grid;
    }
    cv-rebuttal-detail.open {
      inset-inline-start: 168px;
    }
  }
  @container wid (min-width: 1040px) {
    .rbl {
      grid-template-columns: 172px minmax(0, 1fr) 400px;
    }
    cv-rebuttal-detail,
    cv-rebuttal-detail.open {
      display: block;
      position: static;
      border-inline-start: 1px solid var(--cv-line);
    }
  }
  @container wid (max-width: 719px) {
    .reb .head .sep,
    .reb .count {
      display: none;
    }
    .find {
      padding-inline: 16px;
    }
    .find-k {
      display: none;
    }
    .find input {
      font-size: var(--cv-t-15);
    }
    .rb {
      padding-inline: 16px;
      grid-template-columns: 16px minmax(0, 1fr);
    }
    .rb-w {
      grid-column: 2;
      display: flex;
      align-items: center;
      justify-content: space-between;
      margin-block-start: 8px;
      text-align: start;
    }
    .rbm-h {
      padding-inline: 16px 8px;
    }
    .rb + .rb::before {
      inset-inline: 44px 0;
    }
  }
  :host([compact]) .find {
    padding: 16px;
  }
  :host([compact]) .rbl {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([compact]) :is(.kinds, .find-k) {
    display: none;
  }
  :host([compact]) .rb h3 {
    font-family: var(--cv-family-heading);
    font-size: var(--cv-t-15);
  }
  :host([compact]) cv-rebuttal-detail {
    display: none;
    border: 0;
  }
  :host([compact]) cv-rebuttal-detail.open {
    display: block;
    position: absolute;
    inset: 0;
  }
  @media (forced-colors: active) {
    .rb.on,
    .kinds button[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .units,
    .kb {
      forced-color-adjust: none;
    }
  }
`;
