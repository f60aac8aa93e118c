import { CallVault } from '@callvault/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contracts } from '../../src/contracts.ts';
import { startTestPlatform, type TestPlatform } from '../../src/testing/index.ts';
import { permissions } from '../../src/tenancy/permissions.ts';
import type { Library } from '../a-library.ts';
import { requests } from '../requests.ts';
import { send } from '../send.ts';

let platform: TestPlatform;
let vault: CallVault;
let secretKey: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  ({ vault, secretKey } = await platform.tenant('contract-tenant'));
});
afterAll(() => platform?.stop());

const ids = new Proxy({} as Library, {
  get: (_target, name) => `${String(name).toLowerCase()}_00000000000000000000000000`,
});
const inside = contracts.filter(
  ({ permission }) => !['operator', 'publishable', 'authenticated', 'public'].includes(permission),
);

describe('every route', () => {
  it('is mounted, and nothing is mounted without a contract', () => {
    expect(platform.features.routes.map(({ contract }) => contract.operation).sort()).toEqual(
      contracts.map(({ operation }) => operation).sort(),
    );
  });

  it('is a method of the SDK', () => {
    const sdk = new CallVault({ baseUrl: 'http://localhost' }) as unknown as Record<string, Record<string, unknown>>;
    const missing = contracts
      .map(({ operation }) => operation.split('.'))
      .filter(([noun, verb]) => typeof sdk[noun]?.[verb] !== 'function');
    expect(missing).toEqual([]);
  });

  it('answers 401 without a credential, and says what to send', async () => {
    for (const contract of contracts) {
      const { status, code } = await send(platform.url, contract, requests[contract.operation](ids));
      expect([contract.operation, status, code]).toEqual([contract.operation, 401, 'missing_credential']);
    }
  });

  it('answers 401 to a credential that is none of ours', async () => {
    for (const credential of ['sk_live_x', 'op_x', 'pk_x', 'eyJhbGciOiJub25lIn0.eyJ0aWQiOiJjb250cmFjdC10ZW5hbnQifQ.']) {
      const { status } = await send(platform.url, contracts[0], requests[contracts[0].operation](ids), credential);
      expect([credential, status]).toEqual([credential, 401]);
    }
  });

  it('answers 403 to a key that lacks exactly its permission, naming it', async () => {
    for (const contract of inside) {
      const scopes = permissions.filter((permission) => permission !== contract.permission);
      const { secret, id } = await vault.keys.create({ name: `without ${contract.operation}`, scopes });
      const { status, text } = await send(platform.url, contract, requests[contract.operation](ids), secret);
      expect([contract.operation, status]).toEqual([contract.operation, 403]);
      expect(text).toContain(contract.permission);
      await vault.keys.revoke(id);
    }
  });

  it('answers 422 to a body or query that is not what it says, naming the place', async () => {
    for (const contract of inside.filter(({ body }) => body)) {
      const { status, code } = await send(
        platform.url,
        contract,
        { ...requests[contract.operation](ids), body: 'not an object' },
        secretKey,
      );
      // A JSON text that is no object is refused before the schema sees it.
      expect([contract.operation, status]).toEqual([contract.operation, code === 'bad_json' ? 400 : 422]);
      const wrong = await send(platform.url, contract, { ...requests[contract.operation](ids), body: [] }, secretKey);
      expect([contract.operation, wrong.status, wrong.code]).toEqual([contract.operation, 422, 'invalid_input']);
    }
    for (const contract of inside.filter(
      ({ query }) => query && 'shape' in query && 'limit' in (query.shape as object),
    )) {
      const request = requests[contract.operation](ids);
      const { status } = await send(
        platform.url,
        contract,
        { ...request, query: { ...request.query, limit: 'many' } },
        secretKey,
      );
      expect([contract.operation, status]).toEqual([contract.operation, 422]);
    }
  });

  it('drops what the contract does not name, prototype tricks included', async () => {
    const contract = contracts.find(({ operation }) => operation === 'tags.create');
    if (!contract) throw new Error('tags.create is gone');
    const body = JSON.parse(
      '{"name":"Plain","isSystem":true,"tenantId":"other","__proto__":{"isSystem":true}}',
    ) as unknown;
    const { status, text } = await send(platform.url, contract, { body }, secretKey);
    expect([status, (JSON.parse(text) as { isSystem: boolean }).isSystem]).toEqual([201, false]);
  });
});
