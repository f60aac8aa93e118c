import { css } from 'lit';

/** Initials in a circle `.av` (`a1`..`a8`, `s20`, `s28`, `s32`) and overlapping groups `.avs`. */
export const avatars = css`
  .av {
    display: inline-grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
    font-size: 10px;
    line-height: 1;
    font-weight: 600;
    letter-spacing: 0;
    flex: none;
    color: var(--_c);
    background: color-mix(in oklab, var(--_c) 15%, var(--cv-surface));
    --_h: 255;
    --_c: light-dark(oklch(0.43 0.09 var(--_h)), oklch(0.83 0.07 var(--_h)));
  }
  .av.a1 {
    --_h: 255;
  }
  .av.a2 {
    --_h: 45;
  }
  .av.a3 {
    --_h: 185;
  }
  .av.a4 {
    --_h: 350;
  }
  .av.a5 {
    --_h: 130;
  }
  .av.a6 {
    --_h: 300;
  }
  .av.a7 {
    --_h: 220;
  }
  .av.a8 {
    --_h: 75;
  }
  .av.s20 {
    inline-size: 20px;
    block-size: 20px;
    font-size: 8.5px;
  }
  .av.s28 {
    inline-size: 28px;
    block-size: 28px;
    font-size: 11px;
  }
  .av.s32 {
    inline-size: 32px;
    block-size: 32px;
    font-size: 12px;
  }
  .avs {
    display: inline-flex;
  }
  .avs .av {
    box-shadow: 0 0 0 2px var(--cv-surface);
  }
  .avs .av + .av {
    margin-inline-start: -6px;
  }
  @media (forced-colors: active) {
    .av {
      forced-color-adjust: none;
      color: CanvasText;
      background: Canvas;
      outline: 1px solid CanvasText;
    }
  }
`;
