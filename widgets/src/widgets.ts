/** Every public tag and the module that registers it. One line per widget; `autoload.ts` and `register.ts` read it. */
export const widgets = {
  'cv-app': () => import('./app/define.ts'),
  'cv-call-library': () => import('./call-library/define.ts'),
  'cv-call-detail': () => import('./call-detail/define.ts'),
  'cv-chat': () => import('./chat/define.ts'),
  'cv-profits-browser': () => import('./profits-browser/define.ts'),
  'cv-rebuttal-library': () => import('./rebuttal-library/define.ts'),
  'cv-search': () => import('./search/define.ts'),
} as const satisfies Record<`cv-${string}`, () => Promise<unknown>>;

export type WidgetTag = keyof typeof widgets;
