import type { CallVault } from '@callvault/sdk';
import type { TestPlatform } from '../src/testing/index.ts';

/** A word that is in everything one tenant has and in nothing else. */
export const marker = 'Zanzibarquartz';

const transcript = `WEBVTT

1
00:00:00.000 --> 00:00:06.000
Ada ${marker}: Thanks for taking the time. What is the part of this that costs you the most today?

2
00:00:06.000 --> 00:00:14.000
Berta Klein: We lose about forty hours a month on retyping orders, and ${marker} invoices still go out wrong.

3
00:00:14.000 --> 00:00:20.000
Ada ${marker}: Our plan is nine hundred a month, and it ends the retyping.

4
00:00:20.000 --> 00:00:26.000
Berta Klein: Honestly, that is too expensive for a company of our size.

5
00:00:26.000 --> 00:00:34.000
Ada ${marker}: Fair enough. What do forty hours of retyping cost you in a month?

6
00:00:34.000 --> 00:00:42.000
Berta Klein: More than nine hundred, when you put it like that. Okay, that makes sense.

7
00:00:42.000 --> 00:00:50.000
Ada ${marker}: I will send you the contract for ${marker} by Friday.
`;

/** Everything a tenant can have, made through the API, with the id of each. */
export async function makeLibrary(platform: TestPlatform, vault: CallVault) {
  const folder = await vault.folders.create({ name: `Folder ${marker}` });
  const tag = await vault.tags.create({ name: `Tag ${marker}` });
  const client = await vault.clients.create({ name: `Client ${marker}`, domains: ['zanzibar.example'] });
  const started = await vault.imports.create({
    folderId: folder.id,
    files: [
      {
        name: `${marker}.vtt`,
        content: transcript,
        facts: { title: `Call ${marker}`, startedAt: '2026-10-05T09:00:00Z', tags: [tag.name], client: client.name },
      },
    ],
  });
  await platform.settled(vault);
  const imported = await vault.imports.retrieve(started.id);
  const [callId] = imported.files[0].callIds;
  const call = await vault.calls.retrieve(callId);
  const item = await vault.calls.addActionItem(callId, { text: `Task ${marker}` });
  const rebuttal = await vault.rebuttals.create({ kind: 'price', name: `Reply ${marker}`, words: `Words ${marker}` });
  const [profitsItem] = (await vault.profits.list()).items;
  const chat = await vault.chat.create({ scope: { kind: 'library' }, title: `Chat ${marker}` });
  const asked = await vault.chat.ask(chat.id, { text: `What did they say about ${marker} invoices?` });
  for await (const event of vault.chat.stream(asked.answer.id))
    if (event.type === 'done' || event.type === 'failed') break;
  const key = await vault.keys.create({ name: `Key ${marker}`, scopes: ['calls:read'] });
  const session = await vault.sessions.create({ user: { id: `user-${marker}`, name: marker, role: 'member' } });
  const { undo } = await vault.calls.bulkUpdate({ callIds: [callId], change: { outcome: 'open' } });
  return {
    folderId: folder.id,
    tagId: tag.id,
    clientId: client.id,
    importId: started.id,
    jobId: started.jobId,
    callId,
    speakerId: call.participants[0].speakerId,
    itemId: item.id,
    profitsId: profitsItem.id,
    rebuttalId: rebuttal.id,
    chatId: chat.id,
    questionId: asked.question.id,
    answerId: asked.answer.id,
    keyId: key.id,
    sessionId: session.id,
    undo,
  };
}

export type Library = Awaited<ReturnType<typeof makeLibrary>>;
