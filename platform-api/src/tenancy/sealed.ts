import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Bytes that only this installation can read, and only for the tenant they were sealed for. */
export class SecretBox {
  constructor(private readonly masterKey: Buffer) {
    if (masterKey.length !== 32)
      throw new Error('The master key must be 32 bytes. Set CALLVAULT_MASTER_KEY to 64 hexadecimal digits.');
  }

  /** AES-256-GCM, the tenant as additional data: a value moved to another tenant's row does not open. */
  seal(tenantId: string, plaintext: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(tenantId), iv).setAAD(Buffer.from(tenantId));
    const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
    return ['v1', iv, cipher.getAuthTag(), sealed]
      .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
      .join('.');
  }

  unseal(tenantId: string, sealed: string): string {
    const [version, iv, tag, body] = sealed.split('.');
    if (version !== 'v1') throw new Error(`A secret of tenant ${tenantId} has an unknown format.`);
    const decipher = createDecipheriv('aes-256-gcm', this.keyOf(tenantId), Buffer.from(iv, 'base64url'), {
      authTagLength: 16,
    })
      .setAAD(Buffer.from(tenantId))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
  }

  private keyOf(tenantId: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.masterKey, Buffer.alloc(0), `callvault:tenant:${tenantId}`, 32));
  }
}
