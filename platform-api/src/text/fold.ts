/** For comparing names: case, accents and spacing folded. Not for showing. */
export const foldName = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
