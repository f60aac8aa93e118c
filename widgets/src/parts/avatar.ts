import { html, type TemplateResult } from 'lit';

/** Initials in a circle; the colour comes from the name, so a person looks the same everywhere. Styles: `avatars`. */
export function avatar(name: string, size: '' | 's20' | 's28' | 's32' = ''): TemplateResult {
  return html`<span class="av a${hue(name)} ${size}" title=${name} aria-hidden="true">${initials(name)}</span>`;
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}

function hue(name: string): number {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return (sum % 8) + 1;
}
