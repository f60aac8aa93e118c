import type {
  ActionItem,
  CallDetail as CallRecord,
  CallRef,
  Evidence,
  Participant,
  ProfitsItem,
  SpeakerRef,
  Transcript,
  TranscriptTurn,
} from '@callvault/sdk';
import type { HeardObjection } from './objections-panel.ts';

/** A call for stories and tests: a price review with a buyer's finance, 42 minutes, nine findings. */

export const maya: SpeakerRef = { id: 'sp_maya', name: 'Maya Lindqvist', title: 'Kestrel Freight', side: 'us' };
export const karen: SpeakerRef = { id: 'sp_karen', name: 'Karen Whitfield', title: 'COO, Alder Foods', side: 'them' };
export const sanjay: SpeakerRef = { id: 'sp_sanjay', name: 'Sanjay Mehta', title: 'CFO, Alder Foods', side: 'them' };

type Line = readonly [at: string, who: SpeakerRef, ...sentences: string[]];

const middle: readonly Line[] = [
  [
    '17:52',
    sanjay,
    'So I have the number in front of me, eleven thousand four hundred a month.',
    'Help me understand that, because that is more than we pay the two dispatchers who do this by hand today.',
  ],
  [
    '18:11',
    maya,
    'It is, and if all it did was replace their typing I would not sign it either.',
    'Can I ask what the detention charges came to last quarter?',
  ],
  [
    '18:24',
    karen,
    'A hundred and sixty, roughly.',
    'Every Friday I am on the phone with three carriers arguing about waiting time nobody wrote down.',
    'I have done that for six years.',
  ],
  [
    '18:47',
    maya,
    'So that Friday call is the number I would put beside the eleven.',
    'Cobalt had the same thing. They took detention from forty thousand a month to nine in the first full quarter, because every gate time is stamped.',
  ],
  ['19:15', sanjay, 'Nine from forty. And who checked that, them or you?'],
  ['19:21', maya, 'Their controller. I can put you on a call with her, without me.'],
  [
    '19:30',
    sanjay,
    'I would take that call.',
    'What worries me is January. If we switch and the first week goes wrong, that is my name on it.',
  ],
  [
    '19:52',
    karen,
    'I told the board I would have us off the whiteboard before Ohio opens in March.',
    'So it is January or it is not at all.',
  ],
  ['20:14', maya, ''],
  ['20:18', karen, ''],
  ['20:24', maya, ''],
  [
    '20:31',
    maya,
    'Then let us take peak out of it.',
    'Two lanes in December, your quietest, with your own people watching both screens. If Karen does not like what she sees by the nineteenth, you stop and owe nothing.',
  ],
  ['21:02', karen, 'That I can defend in a board meeting.'],
];

const talk = [
  'We ship out of Toledo and two smaller yards.',
  'The gate times are on paper until somebody types them in on Monday.',
  'How many loads a week is that, roughly, and who looks at them first?',
  'About four hundred, and nobody until a carrier complains.',
  'Then the first thing I would want to see is where the waiting begins.',
  'At the gate, mostly. Sometimes at the dock, when two trucks are early.',
] as const;

/** What was said before and after: the same sentences in turn, so that the map has a whole call to draw. */
function around(from: number, to: number, first: number): Line[] {
  const lines: Line[] = [];
  let turn = first;
  for (let at = from; at < to; at += 9 + ((turn * 7) % 23)) {
    const who = turn % 11 < 5 ? maya : turn % 3 === 0 ? karen : sanjay;
    lines.push([
      clock(at),
      who,
      talk[turn % talk.length] ?? '',
      ...(turn % 4 === 1 ? [talk[(turn + 3) % talk.length] ?? ''] : []),
    ]);
    turn += 1;
  }
  return lines;
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
const ms = (at: string): number => at.split(':').reduce((total, part) => total * 60 + Number(part), 0) * 1000;

const END = 2538;

function transcriptOf(lines: readonly Line[]): Transcript {
  let index = 0;
  const turns = lines.map(([at, who, ...sentences], order): TranscriptTurn => {
    const startMs = ms(at);
    const endMs = Math.min(ms(lines[order + 1]?.[0] ?? clock(END)), startMs + 30_000);
    const span = (endMs - startMs) / sentences.length;
    return {
      index: order,
      speakerId: who.id,
      startMs,
      endMs,
      segments: sentences.map((text, part) => ({
        index: index++,
        startMs: startMs + part * span,
        endMs: startMs + (part + 1) * span,
        text,
        isEdited: text.startsWith('Two lanes'),
        isHidden: text === '',
        confidence: null,
      })),
    };
  });
  return { callId: 'call_alder', revision: 3, language: 'en', speakers: [maya, karen, sanjay], turns };
}

export const transcript: Transcript = transcriptOf([
  ...around(4, 1068, 0),
  ...middle,
  ['27:46', sanjay, 'We book detention under freight, so nobody sees the charges until quarter end.'],
  ...around(1700, END - 20, 5),
]);

/** The evidence for words of the sample, from their place in it. They may run over several segments of a turn. */
export function evidenceOf(words: string, from: Transcript = transcript): Evidence {
  for (const { speakerId, segments, startMs, endMs } of from.turns) {
    const text = segments.map((segment) => segment.text).join(' ');
    const at = text.indexOf(words);
    if (at < 0) continue;
    const starts = segments.map((_, part) =>
      segments.slice(0, part).reduce((sum, each) => sum + each.text.length + 1, 0),
    );
    const first = starts.findLastIndex((start) => start <= at);
    const last = starts.findLastIndex((start) => start < at + words.length);
    const speaker = from.speakers.find(({ id }) => id === speakerId);
    if (!speaker) break;
    return {
      callId: from.callId,
      callTitle: 'Alder Foods: pricing review with finance',
      callStartedAt: '2026-11-23T14:30:00Z',
      revision: from.revision,
      segmentStart: segments[first]?.index ?? 0,
      segmentEnd: segments[last]?.index ?? 0,
      start: at - (starts[first] ?? 0),
      end: at + words.length - (starts[last] ?? 0),
      text: words,
      speaker,
      startMs: startMs === null ? null : startMs,
      endMs,
    };
  }
  throw new Error(`The sample does not contain "${words}".`);
}

export const participants: Participant[] = [
  {
    speakerId: maya.id,
    name: maya.name,
    email: 'maya@kestrel.example',
    title: maya.title,
    side: 'us',
    talkShare: 0.46,
  },
  { speakerId: karen.id, name: karen.name, email: null, title: karen.title, side: 'them', talkShare: 0.31 },
  { speakerId: sanjay.id, name: sanjay.name, email: null, title: sanjay.title, side: 'them', talkShare: 0.23 },
];

export const callRef: CallRef = {
  id: 'call_alder',
  title: 'Alder Foods: pricing review with finance',
  startedAt: '2026-11-23T14:30:00Z',
  durationMs: END * 1000,
  outcome: 'open',
  client: { id: 'cl_kestrel', name: 'Kestrel Freight' },
};

const friday = 'Every Friday I am on the phone with three carriers arguing about waiting time nobody wrote down.';
const dispatchers = 'that is more than we pay the two dispatchers who do this by hand today';
const january = 'What worries me is January. If we switch and the first week goes wrong, that is my name on it.';
const board = 'I told the board I would have us off the whiteboard before Ohio opens in March.';
const peak = 'Then let us take peak out of it.';

const found = (
  id: string,
  element: ProfitsItem['element'],
  statement: string,
  words: string,
  { strength = 2, status = 'accepted' }: Partial<Pick<ProfitsItem, 'strength' | 'status'>> = {},
): ProfitsItem => ({
  id,
  call: callRef,
  element,
  statement,
  isEdited: false,
  evidence: evidenceOf(words),
  strength,
  confidence: 0.8,
  status,
  isStarred: false,
  engine: 'local analyst',
  createdAt: '2026-11-23T15:20:00Z',
});

export const profits: ProfitsItem[] = [
  found('pi_friday', 'pain', 'Friday calls about waiting time nobody logged', friday, { strength: 3 }),
  found('pi_price', 'obstacles', 'Price above two dispatcher salaries', dispatchers, { strength: 3 }),
  found('pi_blame', 'fears', 'Blame for a failed peak', january, { status: 'to_review' }),
  found('pi_board', 'triggers', 'Ohio opens in March', board),
  found(
    'pi_gate',
    'pain',
    'Gate times typed in on Monday',
    'The gate times are on paper until somebody types them in on Monday.',
    { strength: 1 },
  ),
  found(
    'pi_nobody',
    'identity',
    'Nobody looks before a carrier complains',
    'About four hundred, and nobody until a carrier complains.',
    { strength: 1, status: 'to_review' },
  ),
  found('pi_hidden', 'obstacles', 'Charges hidden under freight', 'nobody sees the charges until quarter end', {
    strength: 2,
  }),
  found('pi_defend', 'success', 'A plan that can be defended to the board', 'That I can defend in a board meeting.', {
    strength: 1,
    status: 'to_review',
  }),
  found(
    'pi_nine',
    'results',
    'Forty thousand down to nine',
    'They took detention from forty thousand a month to nine in the first full quarter',
    { strength: 2 },
  ),
];

export const objections: HeardObjection[] = [
  {
    id: 'ob_price',
    call: callRef,
    kind: 'price',
    evidence: evidenceOf(dispatchers),
    confidence: 0.9,
    reply: {
      rebuttalId: 'rb_1',
      evidence: evidenceOf('So that Friday call is the number I would put beside the eleven.'),
    },
    reaction: { verdict: 'softened', evidence: evidenceOf('I would take that call.') },
    worked: true,
    judgedBy: 'next_words',
    engine: 'local analyst',
    suggestions: [],
  },
  {
    id: 'ob_timing',
    call: callRef,
    kind: 'timing',
    evidence: evidenceOf('So it is January or it is not at all.'),
    confidence: 0.7,
    reply: null,
    reaction: null,
    worked: null,
    judgedBy: null,
    engine: 'local analyst',
    suggestions: [],
  },
];

const action = (id: string, text: string, assignee: string, rest: Partial<ActionItem>): ActionItem => ({
  id,
  text,
  assignee,
  dueAt: null,
  dueText: null,
  isDone: false,
  madeBy: 'machine',
  evidence: null,
  ...rest,
});

const sentence = (text: string, words: string) => ({ text, evidence: [evidenceOf(words)] });
const steps = (['transcript', 'index', 'enrich', 'summary', 'profits', 'objections'] as const).map((name) => ({
  name,
  status: 'done' as const,
  engine: name === 'transcript' || name === 'index' ? null : 'local analyst',
  finishedAt: '2026-11-23T15:21:00Z',
  error: null,
}));

const turnOf = (at: string): number => transcript.turns.findIndex(({ startMs }) => startMs === ms(at));

export const call: CallRecord = {
  ...callRef,
  status: 'ready',
  isTitleGenerated: false,
  isClientProposed: false,
  source: 'zoom',
  sourceUrl: 'https://zoom.example/rec/1',
  language: 'en',
  participants,
  owner: 'Maya Lindqvist',
  tags: [
    { id: 'tg_pricing', name: 'Pricing', color: 2, isSystem: true },
    { id: 'tg_proposal', name: 'Proposal', color: 1, isSystem: true },
  ],
  folderIds: [],
  sentiment: null,
  strip: { us: [0, 0.6, 0.5, 0, 0, 0.4], them: [0.6, 0, 0, 0.6, 0.5, 0] },
  counts: { turns: transcript.turns.length, objections: 2, profits: 9, actionItems: 4, openActionItems: 3 },
  createdAt: '2026-11-23T15:18:00Z',
  updatedAt: '2026-11-23T15:21:00Z',
  deletedAt: null,
  summary: {
    engine: 'local analyst',
    isEdited: false,
    sentences: [
      sentence('Alder accepts the problem and weighs the price against two dispatchers.', dispatchers),
      sentence('Detention, about 160,000 a quarter, moved the comparison.', friday),
      sentence('The open risk is going live in peak; a two-lane start in December was agreed.', peak),
    ],
  },
  actionItems: [
    action('ai_1', 'Introduce Sanjay to the controller at Cobalt, without Kestrel on the call', maya.name, {
      dueAt: '2026-11-25T12:00:00Z',
      evidence: evidenceOf('Their controller. I can put you on a call with her, without me.'),
    }),
    action('ai_2', 'Send the two-lane December plan with the 19 December exit', maya.name, {
      dueAt: '2026-11-26T12:00:00Z',
      evidence: evidenceOf(peak),
    }),
    action('ai_3', 'Share the third-quarter detention ledger', karen.name, {
      evidence: evidenceOf('nobody sees the charges until quarter end'),
    }),
    action('ai_4', 'Confirm gate hardware at the Toledo yard', 'Devon Achebe', {
      isDone: true,
      evidence: evidenceOf('At the gate, mostly.'),
    }),
  ],
  topics: [
    { title: 'How the yards work', turnStart: 0, turnEnd: turnOf('17:52') - 1, startMs: 4000, endMs: ms('17:02') },
    {
      title: 'Price against headcount',
      turnStart: turnOf('17:52'),
      turnEnd: turnOf('19:21'),
      startMs: ms('17:02'),
      endMs: ms('19:28'),
    },
    {
      title: 'Going live in peak',
      turnStart: turnOf('19:30'),
      turnEnd: turnOf('21:02'),
      startMs: ms('19:28'),
      endMs: ms('22:40'),
    },
  ],
  steps,
  revision: 3,
  previousId: 'call_before',
  nextId: 'call_after',
};

export const friday18 = evidenceOf(friday);
export const dispatchersWords = evidenceOf(dispatchers);
