import type { ChatMessage, ChatSession, ChatStep, Citation } from '@callvault/sdk';
import { anEvidence } from './an-evidence.ts';

let made = 0;
const next = (what: string) => `${what}_${(made += 1)}`;

/** A chat over the library, of today. */
export function aSession(facts: Partial<ChatSession> = {}): ChatSession {
  return {
    id: next('chat'),
    title: 'Which reply moves finance on price',
    scope: { kind: 'library' },
    scopeLabel: 'All calls',
    isPinned: false,
    messages: 2,
    createdAt: new Date().toISOString(),
    updatedAt: new Date().toISOString(),
    ...facts,
  };
}

/** A finished answer of the local analyst; say only what the test is about. */
export function aMessage(facts: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id: next('message'),
    role: 'assistant',
    text: 'The price came up twice.',
    mentions: [],
    status: 'done',
    engine: 'local analyst',
    isFallback: false,
    steps: [],
    citations: [],
    callsRead: { read: 12, total: 12 },
    leftOut: 0,
    error: null,
    createdAt: '2026-11-23T15:00:00Z',
    ...facts,
  };
}

export const aQuestion = (text: string, facts: Partial<ChatMessage> = {}): ChatMessage =>
  aMessage({ role: 'user', text, engine: null, callsRead: null, ...facts });

export function aStep(facts: Partial<ChatStep> = {}): ChatStep {
  return {
    id: next('step'),
    tool: 'search_calls',
    object: 'price',
    result: '41 passages, 19 calls',
    items: ['Alder Foods: pricing review with finance'],
    ms: 800,
    status: 'done',
    ...facts,
  };
}

export function aCitation(number: number, text = 'I can take it upstairs.', facts: Partial<Citation> = {}): Citation {
  return { number, evidence: anEvidence(text), before: '', after: '', ...facts };
}
