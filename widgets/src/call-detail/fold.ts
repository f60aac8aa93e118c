/**
 * Lower case without accents, one code unit for one: offsets in the folded text are offsets in the text. "Café" is found
 * by "cafe".
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const base = lower.length === text.length ? lower : text;
  return base.replace(/[^\x20-\x7e]/g, foldOne);
}

function foldOne(unit: string): string {
  if (/\s/.test(unit)) return ' ';
  if (unit === '’' || unit === '‘') return "'";
  const plain = unit.normalize('NFD').charAt(0).toLowerCase();
  return plain.length === 1 ? plain : unit;
}
