import { readdirSync, readFileSync } from 'node:fs';

/** Leaves out of a bundle the icons whose name no source of the widgets mentions. */
export function usedIcons(folder) {
  return {
    name: 'used-icons',
    transform(code, id) {
      if (!id.endsWith('/parts/icons.ts')) return null;
      const words = new Set(sourcesIn(folder).flatMap((text) => text.match(/(?<=['"])[a-z0-9]+(?=['"])/g) ?? []));
      return { code: code.replace(ENTRY, (entry, name) => (words.has(name) ? entry : '')), map: null };
    },
  };
}

/** One line of the map, or several where it was wrapped. */
const ENTRY = /^ {2}(\w+):(?: '[^']*'|\n {4}'[^']*'| \[[\s\S]*?\]),\n/gm;

function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('parts/icons.ts'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
}
