import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'callvault-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const read = (more: Record<string, string> = {}) => readConfig({ CALLVAULT_DATA_DIR: dataDir, ...more });

describe('the settings', () => {
  it('begin with secrets of their own, kept beside the data for nobody else to read', async () => {
    const [first, second] = [read(), read()];
    expect([first.masterKey.length, first.operatorKey]).toEqual([32, expect.stringMatching(/^op_.{43}$/)]);
    expect([second.masterKey.equals(first.masterKey), second.operatorKey]).toEqual([true, first.operatorKey]);
    expect((await readdir(dataDir)).sort()).toEqual(['master.key', 'operator.key']);
    for (const name of ['master.key', 'operator.key']) expect((await stat(join(dataDir, name))).mode & 0o077).toBe(0);
  });

  it('take what the environment says, and nothing for a variable that is empty', () => {
    const key = 'ab'.repeat(32);
    const config = read({
      CALLVAULT_MASTER_KEY: key,
      PORT: '0',
      MONGODB_URL: '',
      SMTP_URL: 'smtp://mail.example',
      NODE_ENV: 'production',
    });
    expect([
      config.masterKey.toString('hex'),
      config.port,
      config.mongodbUrl,
      config.smtp?.url,
      config.isProduction,
    ]).toEqual([key, 0, null, 'smtp://mail.example', true]);
    expect([read().openai, read().pinecone, read({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }).openai?.apiKey]).toEqual(
      [null, null, 'none'],
    );
  });

  it('say every setting that is wrong, by name, without repeating a secret', () => {
    const attempt = () =>
      read({
        CALLVAULT_MASTER_KEY: 'hunter2hunter2',
        CALLVAULT_OPERATOR_KEY: 'letmein',
        PORT: '99999',
        MONGODB_URL: 'http://db',
        RATE_LIMIT_TENANT: '0',
      });
    for (const name of ['CALLVAULT_MASTER_KEY', 'CALLVAULT_OPERATOR_KEY', 'PORT', 'MONGODB_URL', 'RATE_LIMIT_TENANT'])
      expect(attempt).toThrow(name);
    expect(attempt).not.toThrow(/hunter2|letmein/);
    expect(() => read({ PINECONE_API_KEY: 'x' })).toThrow('PINECONE_INDEX_HOST');
  });
});
