import { decodeHTMLStrict } from 'entities';

/** Formatting that caption files carry. Anything else in angle brackets, such as `<inaudible>`, was written as words. */
const FORMATTING = /<\/?(?:[biuscv]|em|strong|font|span|lang|ruby|rt|br|p|div)(?:[.\s/][^<>]{0,300})?>/gi;
const WORD_TIMES = /<\d{1,4}:[\d:.]{2,14}>/g;
const SSA_OVERRIDES = /\{\\[^{}]{1,100}\}/g;

/** Decodes HTML entities, twice where a converter escaped what was escaped already. */
export function decodeEntities(text: string): string {
  let decoded = text;
  for (let pass = 0; pass < 2 && decoded.includes('&'); pass++) decoded = decodeHTMLStrict(decoded);
  return decoded;
}

/** Every run of white space (no-break spaces and line ends too) as one space. */
export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Text of a source that carries no markup: entities decoded, white space folded. */
export const cleanText = (text: string): string => squeeze(decodeEntities(text));

/** Text of a caption cue: formatting tags and word times removed too. Tags go first, so an escaped one stays words. */
export const cleanCaption = (text: string): string =>
  cleanText(text.replace(WORD_TIMES, '').replace(FORMATTING, '').replace(SSA_OVERRIDES, ''));
