import { css } from 'lit';

export const chatAnswer = css`
  .ans {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .tools {
    border-radius: var(--cv-r-md);
    box-shadow: inset 0 0 0 1px var(--cv-line);
    overflow: hidden;
  }
  .tools-h {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 12px;
    font-size: var(--cv-t-12);
    line-height: 16px;
    font-weight: 500;
    color: var(--cv-text-2);
  }
  .tools-h .num {
    margin-inline-start: auto;
    font-weight: 400;
    padding-inline-end: 20px;
    white-space: nowrap;
  }
  .tools-h .i {
    color: var(--cv-text-3);
  }
  .tool {
    display: flex;
    inline-size: 100%;
    align-items: center;
    gap: 8px;
    block-size: 32px;
    padding-inline: 12px;
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-text-2);
    border-block-start: 1px solid var(--cv-line);
  }
  button.tool:hover {
    background: var(--cv-hover);
  }
  .tool:focus-visible {
    outline-offset: -2px;
  }
  .tool b {
    font-weight: 500;
    color: var(--cv-text);
  }
  .tool .i {
    color: var(--cv-text-3);
  }
  .tool .res {
    white-space: nowrap;
  }
  .tool .tt {
    inline-size: 32px;
    text-align: end;
    white-space: nowrap;
    flex: none;
  }
  .tool .chev {
    margin-inline: -2px -4px;
    inline-size: 14px;
    flex: none;
  }
  .tool[aria-expanded='true'] .chev {
    rotate: 90deg;
  }
  .found {
    padding: 2px 12px 10px 34px;
    padding-inline: 34px 12px;
    font-size: var(--cv-t-12);
    line-height: 18px;
    color: var(--cv-text-2);
    max-block-size: 240px;
    overflow: auto;
  }
  .fb {
    display: flex;
    gap: 8px;
    padding: 8px 12px;
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-warn);
    background: var(--cv-warn-soft);
    border-block-start: 1px solid var(--cv-line);
  }
  .prose {
    font-size: var(--cv-t-15);
    line-height: 25px;
    letter-spacing: -0.009em;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .prose .raw {
    white-space: pre-wrap;
  }
  .prose b {
    font-weight: 600;
  }
  .prose .em {
    font-style: italic;
  }
  .prose :is(ol, ul) {
    display: grid;
    gap: 8px;
  }
  .prose li {
    padding-inline-start: 26px;
    position: relative;
  }
  .prose ol {
    counter-reset: n;
  }
  .prose ol > li {
    counter-increment: n;
  }
  .prose ol > li::before {
    content: counter(n) '.';
    position: absolute;
    inset-inline-start: 2px;
    color: var(--cv-text-3);
    font-variant-numeric: tabular-nums;
  }
  .prose ul > li::before {
    content: '';
    position: absolute;
    inset-inline-start: 8px;
    inset-block-start: 10px;
    inline-size: 5px;
    block-size: 5px;
    border-radius: 50%;
    background: var(--cv-text-3);
  }
  .prose blockquote {
    padding-inline-start: 14px;
    border-inline-start: 3px solid var(--cv-line-2);
    color: var(--cv-text-2);
  }
  .prose :is(pre, .tw) {
    overflow: auto;
    border-radius: var(--cv-r-md);
    background: var(--cv-sunken);
    box-shadow: inset 0 0 0 1px var(--cv-line);
    padding: 10px 12px;
    font-size: var(--cv-t-13);
    line-height: 20px;
  }
  code {
    font-family: var(--cv-family-mono);
    font-size: 0.9em;
    letter-spacing: 0;
  }
  .prose table {
    border-spacing: 0;
  }
  .prose :is(th, td) {
    text-align: start;
    padding: 4px 16px 4px 0;
    padding-inline: 0 16px;
    vertical-align: top;
  }
  .prose th {
    font-weight: 500;
    color: var(--cv-text-2);
  }
  .prose hr {
    border: 0;
    block-size: 1px;
    background: var(--cv-line);
  }
  .prose.live > :is(p, pre, blockquote):last-child::after,
  .prose.live > :is(ol, ul):last-child > li:last-child::after {
    content: '';
    display: inline-block;
    margin-inline-start: 5px;
    vertical-align: -2px;
    inline-size: 8px;
    block-size: 16px;
    border-radius: 2px;
    background: var(--cv-accent-text);
    animation: cv-blink 1s steps(1) infinite;
  }
  @keyframes cv-blink {
    50% {
      opacity: 0.25;
    }
  }
  .acts {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-block-start: -8px;
    margin-inline-start: -6px;
  }
  .hc {
    inline-size: 340px;
    padding: 14px 16px 12px;
    box-shadow: var(--cv-e3);
  }
  .hc:popover-open {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .hc-h {
    display: flex;
    gap: 8px;
    align-items: baseline;
    justify-content: space-between;
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-text-3);
    white-space: nowrap;
  }
  .hc-h b {
    font-weight: 500;
    color: var(--cv-text-2);
  }
  .hc-q {
    font-size: var(--cv-t-14);
    line-height: 22px;
    letter-spacing: -0.006em;
  }
  .hc-ctx {
    color: var(--cv-text-3);
  }
  .hc-w {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .hc-who {
    display: grid;
    font-size: var(--cv-t-13);
    line-height: 16px;
  }
  .hc-who small {
    font-size: var(--cv-t-12);
    color: var(--cv-text-3);
  }
  .hc-s {
    padding-block: 4px;
    overflow: hidden;
  }
  .hc-f {
    display: flex;
    gap: 4px;
  }
  .under {
    display: grid;
    gap: 8px;
  }
  .mini-s {
    display: grid;
    border-block-start: 1px solid var(--cv-line);
    padding-block-start: 8px;
  }
  .mini-s li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 30px;
    font-size: var(--cv-t-12);
    color: var(--cv-text-2);
  }
  .mini-s .trunc {
    flex: 1;
  }
  .mini-s .cite {
    margin: 0;
  }
  .srcs-f {
    display: flex;
    gap: 8px;
    font-size: var(--cv-t-12);
    line-height: 16px;
    color: var(--cv-text-3);
  }
  .note code {
    display: block;
    margin-block-start: 2px;
  }
  @container wid (min-width: 1040px) {
    .under {
      display: none;
    }
  }
  @container (max-width: 719px) {
    .tool :is(.tt, .res) {
      display: none;
    }
    .hc {
      inline-size: min(332px, 80cqi);
    }
    .hc-s {
      display: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .prose.live *::after {
      animation: none !important;
    }
  }
  @media (forced-colors: active) {
    .tools {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
  }
`;
