import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId } from './id.ts';
import { SecretBox } from './sealed.ts';

describe('a sealed secret', () => {
  const box = new SecretBox(randomBytes(32));

  it('opens for its tenant, and says nothing of itself', () => {
    const sealed = box.seal('acme', 'päss word');
    expect(box.unseal('acme', sealed)).toBe('päss word');
    expect(box.unseal('acme', box.seal('acme', ''))).toBe('');
    expect(sealed).not.toContain('ss word');
    expect(box.seal('acme', 'päss word')).not.toBe(sealed);
  });

  it('does not open for another tenant, nor with another master key', () => {
    const sealed = box.seal('acme', 'secret');
    expect(() => box.unseal('acme2', sealed)).toThrow();
    expect(() => new SecretBox(randomBytes(32)).unseal('acme', sealed)).toThrow();
  });

  it('does not open when any bit of it was changed, nor when its tag was cut short', () => {
    const [version, ...parts] = box.seal('acme', 'secret').split('.');
    for (const [at, part] of parts.entries()) {
      const bytes = Buffer.from(part, 'base64url');
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const flipped = Buffer.from(bytes);
        flipped[bit >> 3] ^= 1 << (bit & 7);
        expect(() =>
          box.unseal('acme', [version, ...parts.with(at, flipped.toString('base64url'))].join('.')),
        ).toThrow();
      }
    }
    const short = Buffer.from(parts[1], 'base64url').subarray(0, 4).toString('base64url');
    expect(() => box.unseal('acme', [version, parts[0], short, parts[2]].join('.'))).toThrow();
    for (const text of ['', 'v2.a.b.c', 'v1', 'v1.a.b.c']) expect(() => box.unseal('acme', text)).toThrow();
  });

  it('needs a master key of 32 bytes', () => {
    expect(() => new SecretBox(randomBytes(16))).toThrow('CALLVAULT_MASTER_KEY');
  });
});

describe('ids', () => {
  it('sort by age, do not repeat, and have letters that nobody mistakes', () => {
    const inOrder = [0, 1, 31, 32, 1_700_000_000_000, 1_700_000_000_001, 2 ** 45].map((now) => newId('call', now));
    expect([...inOrder].sort()).toEqual(inOrder);
    const many = Array.from({ length: 20_000 }, () => newId('call', 5));
    expect(new Set(many).size).toBe(many.length);
    for (const id of many.slice(0, 200)) expect(id).toMatch(/^call_[0-9abcdefghjkmnpqrstvwxyz]{26}$/);
  });
});
