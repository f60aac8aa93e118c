import { css } from 'lit';

/** Nothing of the host page leaks in except its font, its direction and the tokens. First in every `styles`. */
export const base = css`
  :host {
    display: block;
    box-sizing: border-box;
    color-scheme: inherit;
    font-family: var(--cv-family, inherit);
    font-size: var(--cv-t-14, 14px);
    line-height: calc(20 / 14);
    font-weight: 400;
    font-style: normal;
    font-variant: normal;
    font-stretch: normal;
    color: var(--cv-text);
    letter-spacing: -0.006em;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    text-shadow: none;
    white-space: normal;
    hyphens: manual;
    cursor: default;
    list-style: none;
    border-collapse: separate;
    -webkit-font-smoothing: antialiased;
    text-rendering: optimizeLegibility;
  }
  :host([hidden]) {
    display: none !important;
  }
  /* A part whose code is still on its way shows nothing of what it will hold. */
  :not(:defined) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  blockquote,
  pre {
    margin: 0;
    padding: 0;
    font: inherit;
    letter-spacing: inherit;
  }
  ul,
  ol {
    list-style: none;
  }
  b,
  strong {
    font-weight: 500;
  }
  small {
    font-size: inherit;
  }
  em {
    font-style: normal;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  button,
  input,
  textarea,
  select {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    margin: 0;
  }
  button {
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
    text-align: start;
  }
  button:disabled {
    cursor: default;
  }
  [hidden] {
    display: none !important;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 2px solid var(--cv-focus);
    outline-offset: 2px;
  }
  .i {
    inline-size: 16px;
    block-size: 16px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .i.s12 {
    inline-size: 12px;
    block-size: 12px;
  }
  .i.s14 {
    inline-size: 14px;
    block-size: 14px;
  }
  .i.s20 {
    inline-size: 20px;
    block-size: 20px;
  }
  .i .cut {
    stroke: var(--cv-surface);
    stroke-width: 1.75;
    fill: none;
  }
  .flip:dir(rtl) {
    scale: -1 1;
  }
  .num,
  time {
    font-variant-numeric: tabular-nums;
  }
  .t2 {
    color: var(--cv-text-2);
  }
  .t3 {
    color: var(--cv-text-3);
  }
  .sm {
    font-size: var(--cv-t-13);
  }
  .xs {
    font-size: var(--cv-t-12);
    line-height: 16px;
  }
  .b5 {
    font-weight: 500;
  }
  .b6 {
    font-weight: 600;
  }
  .good {
    color: var(--cv-good);
  }
  .warn {
    color: var(--cv-warn);
  }
  .bad {
    color: var(--cv-bad);
  }
  .trunc {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    min-inline-size: 0;
  }
  .grow {
    flex: 1;
    min-inline-size: 0;
  }
  .rowx {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .rowx.g4 {
    gap: 4px;
  }
  .wrap {
    flex-wrap: wrap;
  }
  .sep {
    inline-size: 1px;
    block-size: 16px;
    background: var(--cv-line-2);
    flex: none;
  }
  .dotsep::before {
    content: '·';
    color: var(--cv-text-3);
    margin-inline: 5px;
    font-weight: 400;
  }
  .link {
    color: var(--cv-accent-text);
    font-weight: 500;
  }
  .link:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
    text-decoration-thickness: 1px;
  }
  .count {
    white-space: nowrap;
    font-size: var(--cv-t-12);
    color: var(--cv-text-3);
    font-variant-numeric: tabular-nums;
    font-weight: 400;
  }
  .vh {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .tip {
    position: fixed;
    inset: auto;
    margin: 0;
    border: 0;
    background: var(--cv-text);
    color: var(--cv-surface);
    font-size: var(--cv-t-12);
    line-height: 16px;
    padding: 4px 8px;
    border-radius: var(--cv-r-sm);
    pointer-events: none;
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline: 3px solid Highlight;
      outline-offset: 2px;
    }
    .tip {
      outline: 1px solid CanvasText;
    }
  }
`;
