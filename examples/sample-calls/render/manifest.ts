import type { RenderedCall } from './types.ts';

/** What a file cannot say about its call, per tenant: client, folder, tags, outcome, who is who. */
export function manifest(calls: RenderedCall[]): object {
  const tenants: Record<string, { name: string; calls: object[] }> = {
    northbeam: { name: 'Northbeam', calls: [] },
    'harbor-law': { name: 'Harbor & Finch', calls: [] },
  };
  for (const call of calls) {
    const tenant = tenants[call.tenant];
    if (!tenant) throw new Error(`${call.name}: no tenant is called "${call.tenant}"`);
    tenant.calls.push({
      file: call.file,
      title: call.title,
      startedAt: call.startedAt,
      durationMs: call.durationMs,
      client: call.client,
      folder: call.folder,
      tags: call.tags,
      outcome: call.outcome,
      participants: call.people.map(({ name, email, role, side }) => ({ name, email, role, side })),
    });
  }
  return { tenants };
}
