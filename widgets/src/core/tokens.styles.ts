import { css } from 'lit';

/**
 * The design tokens. Public inputs are only ever *read* (with a fallback), so a host page sets them on any ancestor; roles
 * are declared on the `:host` of `<cv-app>` and inherited, and a host overrides a role on the element itself, because
 * outer styles beat `:host`. The same formulas are computed in numbers by `deriveTheme` of `@callvault/tenant-config`.
 */
export const tokens = css`
  :host {
    color-scheme: light;

    /* ---- shape, rhythm ------------------------------------------------ */
    --cv-unit: calc(4px * var(--cv-density, 1));
    --cv-s1: 4px;
    --cv-s2: 8px;
    --cv-s3: 12px;
    --cv-s4: 16px;
    --cv-s5: 20px;
    --cv-s6: 24px;
    --cv-s8: 32px;
    --cv-s10: 40px;
    --cv-s12: 48px;
    --cv-s16: 64px;
    --cv-r: var(--cv-radius, 8px);
    --cv-r-xs: calc(var(--cv-r) * 0.5); /* 4: checkbox, mark, kbd   */
    --cv-r-sm: calc(var(--cv-r) * 0.75); /* 6: buttons, inputs, tags */
    --cv-r-md: var(--cv-r); /* 8: cards, rows           */
    --cv-r-lg: calc(var(--cv-r) * 1.5); /* 12: popovers, dialogs    */
    --cv-r-full: 999px;
    --cv-h-sm: 28px;
    --cv-h-md: 32px;
    --cv-h-lg: 40px;
    --cv-row: calc(60px * var(--cv-density, 1));

    /* ---- type --------------------------------------------------------- */
    --cv-family: var(--cv-font, inherit);
    --cv-family-heading: var(--cv-font-heading, var(--cv-font, inherit));
    --cv-family-mono: var(
      --cv-font-mono,
      ui-monospace,
      'SF Mono',
      'JetBrains Mono',
      'Cascadia Mono',
      Menlo,
      Consolas,
      monospace
    );
    --cv-k: var(--cv-text-scale, 1);
    --cv-t-11: calc(11px * var(--cv-k));
    --cv-t-12: calc(12px * var(--cv-k));
    --cv-t-13: calc(13px * var(--cv-k));
    --cv-t-14: calc(14px * var(--cv-k));
    --cv-t-15: calc(15px * var(--cv-k));
    --cv-t-17: calc(17px * var(--cv-k));
    --cv-t-20: calc(20px * var(--cv-k));
    --cv-t-26: calc(26px * var(--cv-k));
    --cv-w-regular: 400;
    --cv-w-medium: 500;
    --cv-w-semibold: 600;

    /* ---- motion ------------------------------------------------------- */
    --cv-d1: 80ms;
    --cv-d2: 140ms;
    --cv-d3: 220ms;
    --cv-d4: 320ms;
    --cv-ease: cubic-bezier(0.2, 0, 0, 1);
    --cv-ease-exit: cubic-bezier(0.4, 0, 1, 1);

    /* ---- neutrals: one ramp, tinted by the hue of --cv-neutral (defaults to the brand) ---- */
    --cv-n: var(--cv-neutral, var(--cv-brand, #1f5fd6));
    --cv-t: var(--cv-tint, 1);
    --cv-canvas: light-dark(
      oklch(from var(--cv-n) 0.974 calc(min(c, 0.15) * 0.03 * var(--cv-t)) h),
      oklch(from var(--cv-n) 0.158 calc(min(c, 0.15) * 0.05 * var(--cv-t)) h)
    );
    --cv-surface: light-dark(
      oklch(from var(--cv-n) 1 0 h),
      oklch(from var(--cv-n) 0.194 calc(min(c, 0.15) * 0.055 * var(--cv-t)) h)
    );
    --cv-raised: light-dark(
      oklch(from var(--cv-n) 1 0 h),
      oklch(from var(--cv-n) 0.236 calc(min(c, 0.15) * 0.065 * var(--cv-t)) h)
    );
    --cv-sunken: light-dark(
      oklch(from var(--cv-n) 0.982 calc(min(c, 0.15) * 0.022 * var(--cv-t)) h),
      oklch(from var(--cv-n) 0.172 calc(min(c, 0.15) * 0.05 * var(--cv-t)) h)
    );
    --cv-line: light-dark(
      oklch(from var(--cv-n) 0.925 calc(min(c, 0.15) * 0.045 * var(--cv-t)) h),
      oklch(from var(--cv-n) 0.272 calc(min(c, 0.15) * 0.08 * var(--cv-t)) h)
    );
    --cv-line-2: light-dark(
      oklch(from var(--cv-n) 0.866 calc(min(c, 0.15) * 0.06 * var(--cv-t)) h),
      oklch(from var(--cv-n) 0.345 calc(min(c, 0.15) * 0.09 * var(--cv-t)) h)
    );
    --cv-control: light-dark(
      oklch(from var(--cv-n) 0.64 calc(min(c, 0.15) * 0.09 * var(--cv-t)) h),
      oklch(from var(--cv-n) 0.56 calc(min(c, 0.15) * 0.09 * var(--cv-t)) h)
    );
    --cv-text: light-dark(
      oklch(from var(--cv-n) 0.215 calc(min(c, 0.15) * 0.12 * var(--cv-t)) h),
      oklch(from var(--cv-n) 0.945 calc(min(c, 0.15) * 0.03 * var(--cv-t)) h)
    );
    --cv-text-2: light-dark(
      oklch(from var(--cv-n) 0.415 calc(min(c, 0.15) * 0.13 * var(--cv-t)) h),
      oklch(from var(--cv-n) 0.785 calc(min(c, 0.15) * 0.06 * var(--cv-t)) h)
    );
    --cv-text-3: light-dark(
      oklch(from var(--cv-n) 0.502 calc(min(c, 0.15) * 0.12 * var(--cv-t)) h),
      oklch(from var(--cv-n) 0.675 calc(min(c, 0.15) * 0.07 * var(--cv-t)) h)
    );
    --cv-lane-them: light-dark(
      oklch(from var(--cv-n) 0.72 calc(min(c, 0.15) * 0.11 * var(--cv-t)) h),
      oklch(from var(--cv-n) 0.5 calc(min(c, 0.15) * 0.1 * var(--cv-t)) h)
    );
    --cv-hover: color-mix(in oklab, var(--cv-text) 4.5%, transparent);
    --cv-press: color-mix(in oklab, var(--cv-text) 8%, transparent);
    --cv-scrim: light-dark(oklch(0.2 0.01 260 / 0.32), oklch(0.06 0 0 / 0.58));

    /* ---- brand: one colour in, guarded roles out ---------------------- */
    /* Darkening multiplies L and C by the same k. In OKLab that is a multiplication in linear light, so it can neither leave
     the gamut nor turn the hue. Steps (l > .93, l > .72) are clamps with a steep slope: CSS has no conditions yet. */
    --cv-b: var(--cv-brand, #1f5fd6);
    --cv-accent: light-dark(
      oklch(
        from var(--cv-b)
          calc(
            clamp(0, (l - 0.93) * 9999, 1) * 0.27 + (clamp(0, (l - 0.72) * 9999, 1) - clamp(0, (l - 0.93) * 9999, 1)) *
              l + (1 - clamp(0, (l - 0.72) * 9999, 1)) * min(l, 0.54)
          )
          calc(
            clamp(0, (l - 0.93) * 9999, 1) * min(c, 0.02) +
              (clamp(0, (l - 0.72) * 9999, 1) - clamp(0, (l - 0.93) * 9999, 1)) * c +
              (1 - clamp(0, (l - 0.72) * 9999, 1)) * c * min(1, 0.54 / max(l, 0.01))
          )
          h
      ),
      oklch(
        from var(--cv-b)
          calc(
            clamp(0, (0.3 - l) * 9999, 1) * clamp(0, (0.04 - c) * 9999, 1) * 0.93 + clamp(0, (l - 0.72) * 9999, 1) * l +
              (1 - clamp(0, (0.3 - l) * 9999, 1) * clamp(0, (0.04 - c) * 9999, 1) - clamp(0, (l - 0.72) * 9999, 1)) *
              clamp(0.5, l, 0.54)
          )
          calc(
            clamp(0, (l - 0.72) * 9999, 1) * c + (1 - clamp(0, (l - 0.72) * 9999, 1)) * c * min(1, 0.54 / max(l, 0.01))
          )
          h
      )
    );
    --cv-on-accent: light-dark(
      oklch(
        from var(--cv-b) calc(1 - (clamp(0, (l - 0.72) * 9999, 1) - clamp(0, (l - 0.93) * 9999, 1)) * 0.8)
          calc((clamp(0, (l - 0.72) * 9999, 1) - clamp(0, (l - 0.93) * 9999, 1)) * min(c, 0.04)) h
      ),
      oklch(
        from var(--cv-b)
          calc(
            1 - (clamp(0, (0.3 - l) * 9999, 1) * clamp(0, (0.04 - c) * 9999, 1) + clamp(0, (l - 0.72) * 9999, 1)) * 0.8
          )
          calc(
            (clamp(0, (0.3 - l) * 9999, 1) * clamp(0, (0.04 - c) * 9999, 1) + clamp(0, (l - 0.72) * 9999, 1)) *
              min(c, 0.04)
          )
          h
      )
    );
    --cv-accent-text: light-dark(
      oklch(
        from var(--cv-b)
          calc(clamp(0, (l - 0.93) * 9999, 1) * 0.27 + (1 - clamp(0, (l - 0.93) * 9999, 1)) * min(l, 0.5))
          calc(c * min(1, 0.5 / max(l, 0.01))) h
      ),
      oklch(from var(--cv-b) max(l, 0.79) min(c, 0.115) h)
    );
    --cv-accent-soft: light-dark(
      oklch(from var(--cv-b) 0.966 calc(min(c, 0.2) * 0.085) h),
      oklch(from var(--cv-b) 0.262 calc(min(c, 0.15) * 0.26) h)
    );
    --cv-accent-soft-2: light-dark(
      oklch(from var(--cv-b) 0.925 calc(min(c, 0.2) * 0.17) h),
      oklch(from var(--cv-b) 0.33 calc(min(c, 0.15) * 0.45) h)
    );
    --cv-accent-line: light-dark(
      oklch(from var(--cv-b) 0.82 calc(min(c, 0.2) * 0.42) h),
      oklch(from var(--cv-b) 0.44 calc(min(c, 0.15) * 0.6) h)
    );
    --cv-lane-us: light-dark(
      oklch(from var(--cv-b) clamp(0.42, l, 0.62) calc(c * min(1, 0.62 / max(l, 0.01))) h),
      oklch(from var(--cv-b) clamp(0.62, l, 0.8) min(c, 0.15) h)
    );
    --cv-focus: var(--cv-accent-text);
    --cv-ring: 0 0 0 2px var(--cv-surface), 0 0 0 4px var(--cv-focus);

    /* sequential: lightness alone carries the order, the brand only lends its hue */
    --cv-seq-1: light-dark(
      oklch(from var(--cv-b) 0.945 calc(min(c, 0.16) * 0.16) h),
      oklch(from var(--cv-b) 0.27 calc(min(c, 0.16) * 0.3) h)
    );
    --cv-seq-2: light-dark(
      oklch(from var(--cv-b) 0.86 calc(min(c, 0.16) * 0.4) h),
      oklch(from var(--cv-b) 0.38 calc(min(c, 0.16) * 0.55) h)
    );
    --cv-seq-3: light-dark(
      oklch(from var(--cv-b) 0.74 calc(min(c, 0.16) * 0.68) h),
      oklch(from var(--cv-b) 0.5 calc(min(c, 0.16) * 0.8) h)
    );
    --cv-seq-4: light-dark(
      oklch(from var(--cv-b) 0.6 calc(min(c, 0.16) * 0.95) h),
      oklch(from var(--cv-b) 0.64 calc(min(c, 0.16) * 0.85) h)
    );
    --cv-seq-5: light-dark(
      oklch(from var(--cv-b) 0.44 calc(min(c, 0.16) * 0.9) h),
      oklch(from var(--cv-b) 0.79 calc(min(c, 0.16) * 0.68) h)
    );

    /* ---- evidence: the highlighter. Its own colour in every brand ----- */
    --cv-mark: light-dark(oklch(0.945 0.085 98), oklch(0.365 0.06 92));
    --cv-mark-strong: light-dark(oklch(0.895 0.135 95), oklch(0.475 0.09 90));
    --cv-mark-line: light-dark(oklch(0.78 0.14 88), oklch(0.7 0.12 90));

    /* ---- status: fixed hues, never brand ------------------------------ */
    --cv-good: light-dark(oklch(0.475 0.105 156), oklch(0.79 0.125 158));
    --cv-good-soft: light-dark(oklch(0.962 0.028 156), oklch(0.27 0.04 158));
    --cv-good-fill: light-dark(oklch(0.6 0.13 156), oklch(0.7 0.13 158));
    --cv-warn: light-dark(oklch(0.495 0.1 66), oklch(0.82 0.115 78));
    --cv-warn-soft: light-dark(oklch(0.965 0.035 82), oklch(0.285 0.042 74));
    --cv-warn-fill: light-dark(oklch(0.74 0.145 68), oklch(0.78 0.13 74));
    --cv-bad: light-dark(oklch(0.495 0.165 25), oklch(0.775 0.125 22));
    --cv-bad-soft: light-dark(oklch(0.965 0.018 22), oklch(0.275 0.05 22));
    --cv-bad-fill: light-dark(oklch(0.585 0.19 26), oklch(0.68 0.17 24));
    --cv-on-bad: #fff;
    --cv-bad-solid: light-dark(oklch(0.52 0.185 26), oklch(0.53 0.17 25));

    /* ---- categorical: brand-free, ordered so neighbours differ in lightness ---- */
    --cv-cat-1: light-dark(oklch(0.5 0.125 255), oklch(0.66 0.125 252));
    --cv-cat-2: light-dark(oklch(0.7 0.15 52), oklch(0.74 0.14 54));
    --cv-cat-3: light-dark(oklch(0.62 0.105 182), oklch(0.72 0.105 182));
    --cv-cat-4: light-dark(oklch(0.52 0.15 8), oklch(0.66 0.145 8));
    --cv-cat-5: light-dark(oklch(0.84 0.125 100), oklch(0.88 0.12 100));
    --cv-cat-6: light-dark(oklch(0.42 0.13 305), oklch(0.6 0.13 305));
    --cv-cat-7: light-dark(oklch(0.72 0.085 235), oklch(0.8 0.075 232));
    --cv-cat-8: light-dark(oklch(0.55 0.02 80), oklch(0.62 0.02 80));

    /* ---- elevation ---------------------------------------------------- */
    --cv-e1: 0 1px 2px light-dark(oklch(0.2 0.02 260 / 0.06), oklch(0 0 0 / 0.3));
    --cv-e2:
      0 0 0 1px light-dark(oklch(0.2 0.02 260 / 0.09), oklch(1 0 0 / 0.09)),
      0 2px 4px -1px light-dark(oklch(0.2 0.02 260 / 0.06), oklch(0 0 0 / 0.3)),
      0 10px 28px -6px light-dark(oklch(0.2 0.02 260 / 0.16), oklch(0 0 0 / 0.55));
    --cv-e3:
      0 0 0 1px light-dark(oklch(0.2 0.02 260 / 0.1), oklch(1 0 0 / 0.11)),
      0 4px 8px -2px light-dark(oklch(0.2 0.02 260 / 0.08), oklch(0 0 0 / 0.4)),
      0 32px 72px -12px light-dark(oklch(0.2 0.02 260 / 0.3), oklch(0 0 0 / 0.75));
  }
  :host([scheme='dark']) {
    color-scheme: dark;
  }
  :host([scheme='auto']) {
    color-scheme: light dark;
  }
  :host([density='compact']) {
    --cv-density: 0.8;
  }

  @media (forced-colors: active) {
    :host {
      --cv-canvas: Canvas;
      --cv-surface: Canvas;
      --cv-raised: Canvas;
      --cv-sunken: Canvas;
      --cv-hover: Canvas;
      --cv-press: Canvas;
      --cv-accent-soft: Canvas;
      --cv-accent-soft-2: Canvas;
      --cv-text: CanvasText;
      --cv-text-2: CanvasText;
      --cv-text-3: CanvasText;
      --cv-line: CanvasText;
      --cv-line-2: CanvasText;
      --cv-control: CanvasText;
      --cv-accent-line: Highlight;
      --cv-accent: Highlight;
      --cv-on-accent: HighlightText;
      --cv-accent-text: LinkText;
      --cv-focus: Highlight;
      --cv-lane-us: CanvasText;
      --cv-lane-them: GrayText;
      --cv-mark: Mark;
      --cv-mark-strong: Mark;
      --cv-mark-line: Mark;
      --cv-good-fill: CanvasText;
      --cv-warn-fill: CanvasText;
      --cv-bad-fill: CanvasText;
      --cv-seq-1: Canvas;
      --cv-seq-2: Canvas;
      --cv-seq-3: Canvas;
      --cv-seq-4: GrayText;
      --cv-seq-5: CanvasText;
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --cv-line: var(--cv-control);
      --cv-line-2: var(--cv-control);
      --cv-text-3: var(--cv-text-2);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --cv-d1: 0ms;
      --cv-d2: 0ms;
      --cv-d3: 0ms;
      --cv-d4: 0ms;
    }
  }
`;
