import { css } from 'lit';

export const filterMenu = css`
  :host {
    display: contents;
  }
  .both {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    gap: 4px;
    align-items: flex-start;
    overflow: visible;
    max-inline-size: 100vw;
  }
  .both:popover-open {
    display: flex;
  }
  .fp {
    inline-size: 224px;
  }
  .fv {
    inline-size: 272px;
    margin-block-start: 40px;
  }
  .values {
    max-block-size: min(320px, 50vh);
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--cv-line-2) transparent;
  }
  .fv-op {
    color: var(--cv-text-2);
    font-weight: 400;
    padding-inline: 6px;
    line-height: 26px;
  }
  .it.l2 {
    padding-inline-start: 24px;
  }
  .it.l3 {
    padding-inline-start: 40px;
  }
  .back {
    display: none;
  }
  .quiet {
    padding: 8px;
    color: var(--cv-text-3);
    font-size: var(--cv-t-12);
  }
  /* Too narrow for both side by side: one step at a time. */
  @media (max-width: 559px) {
    .both.step2 .fp {
      display: none;
    }
    .fv {
      margin: 0;
    }
    .back {
      display: inline-grid;
    }
  }
`;
