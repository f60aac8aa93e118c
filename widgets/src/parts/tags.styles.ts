import { css } from 'lit';

/** Tags `.tag.c1`..`c8`, state pills `.pill`, squares of colour `.sqr`. */
export const tags = css`
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    block-size: 22px;
    padding-inline: 7px 8px;
    border-radius: var(--cv-r-sm);
    font-size: var(--cv-t-12);
    line-height: 1;
    color: var(--cv-text-2);
    box-shadow: inset 0 0 0 1px var(--cv-line);
    white-space: nowrap;
    flex: none;
  }
  .tag::before {
    content: '';
    inline-size: 7px;
    block-size: 7px;
    border-radius: 2px;
    background: var(--cv-cat-8);
  }
  .tag.c1::before {
    background: var(--cv-cat-1);
  }
  .tag.c2::before {
    background: var(--cv-cat-2);
  }
  .tag.c3::before {
    background: var(--cv-cat-3);
  }
  .tag.c4::before {
    background: var(--cv-cat-4);
  }
  .tag.c5::before {
    background: var(--cv-cat-5);
  }
  .tag.c6::before {
    background: var(--cv-cat-6);
  }
  .tag.c7::before {
    background: var(--cv-cat-7);
  }
  .tag.plain::before {
    display: none;
  }
  .tag.plain {
    padding-inline: 7px;
  }
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    block-size: 20px;
    padding-inline: 7px;
    border-radius: 99px;
    font-size: var(--cv-t-12);
    font-weight: 500;
    line-height: 1;
    background: var(--cv-press);
    color: var(--cv-text-2);
    white-space: nowrap;
    flex: none;
  }
  .pill .i {
    inline-size: 12px;
    block-size: 12px;
  }
  .pill.good {
    background: var(--cv-good-soft);
    color: var(--cv-good);
  }
  .pill.warn {
    background: var(--cv-warn-soft);
    color: var(--cv-warn);
  }
  .pill.bad {
    background: var(--cv-bad-soft);
    color: var(--cv-bad);
  }
  .pill.acc {
    background: var(--cv-accent-soft);
    color: var(--cv-accent-text);
  }
  .sqr {
    inline-size: 8px;
    block-size: 8px;
    border-radius: 2.5px;
    background: var(--cv-cat-8);
    flex: none;
  }
  .sqr.c1 {
    background: var(--cv-cat-1);
  }
  .sqr.c2 {
    background: var(--cv-cat-2);
  }
  .sqr.c3 {
    background: var(--cv-cat-3);
  }
  .sqr.c4 {
    background: var(--cv-cat-4);
  }
  .sqr.c5 {
    background: var(--cv-cat-5);
  }
  .sqr.c6 {
    background: var(--cv-cat-6);
  }
  .sqr.c7 {
    background: var(--cv-cat-7);
  }
  @media (forced-colors: active) {
    .tag,
    .pill {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
    .tag::before,
    .sqr {
      forced-color-adjust: none;
    }
  }
`;
