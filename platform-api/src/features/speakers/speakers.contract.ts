import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { Id, page, PageQuery } from '../../http/schemas.ts';

export const Speaker = z.object({
  id: Id,
  name: z.string(),
  emails: z.array(z.string()),
  title: z.string().nullable(),
  side: z.enum(['us', 'them', 'unknown']),
  notes: z.string(),
  calls: z.number().int(),
});

const SpeakerParams = z.object({ speakerId: Id });

export const listSpeakers = contract({
  method: 'get',
  path: '/v1/speakers',
  operation: 'speakers.list',
  summary: 'Everybody who spoke, by name',
  permission: 'speakers:read',
  query: PageQuery.extend({ q: z.string().max(200).optional() }),
  output: page(Speaker),
});

export const retrieveSpeaker = contract({
  method: 'get',
  path: '/v1/speakers/{speakerId}',
  operation: 'speakers.retrieve',
  summary: 'One speaker',
  permission: 'speakers:read',
  params: SpeakerParams,
  output: Speaker,
});

export const updateSpeaker = contract({
  method: 'patch',
  path: '/v1/speakers/{speakerId}',
  operation: 'speakers.update',
  summary: 'Correct a name, title, side or note',
  permission: 'speakers:write',
  params: SpeakerParams,
  body: z
    .object({
      name: z.string().trim().min(1).max(200),
      title: z.string().trim().max(200).nullable(),
      side: z.enum(['us', 'them', 'unknown']),
      notes: z.string().max(5000),
    })
    .partial(),
  output: Speaker,
});
