import { describe, expect, it } from 'vitest';
import { aCall, wordsAt } from './labels/build-call.ts';
import { findObjections } from './objections.ts';

const kindsIn = (...lines: string[]): string[] => findObjections(aCall(lines)).map(({ kind }) => kind);

describe('findObjections', () => {
  it.each([
    ['price', 'The plan for your size is ninety euros per seat.', "We don't have that kind of budget."],
    ['timing', 'Could we do a pilot?', "I just don't have the bandwidth for another project."],
    ['authority', 'Would you be comfortable going ahead?', "I'd have to run it past my business partner."],
    ['need', 'Would you like the premium tier?', "I'm not convinced we need it."],
    ['trust', 'The assistant writes the summary for you.', "I don't trust a machine to get that right."],
    ['competitor', 'Where do you stand on the decision?', "We're leaning towards the other vendor."],
    ['status_quo', 'Would you be open to switching?', "We're pretty happy with our current provider."],
    ['other', 'Would you like to go ahead with the contract?', "We've decided not to proceed."],
  ])('finds an objection about %s', (kind, ask, words) => {
    expect(kindsIn(`us: ${ask}`, `them: ${words}`)).toEqual([kind]);
  });

  it.each([
    ["It's forty per user.", "That's fine, we had fifty in the budget."],
    ['Any concerns?', 'No, none really.'],
    ['Can you see my screen?', 'No, not yet. Ah, now I can.'],
    ['The price is six pounds per head.', 'I have no problem with that.'],
    ['Would Friday be okay for the contract?', "I'm not in on Friday, but Thursday is fine."],
    ['Would you like coffee?', "No thanks, I've just had one."],
  ])('takes "%s" - "%s" for no objection', (ask, words) => {
    expect(kindsIn(`us: ${ask}`, `them: ${words}`)).toEqual([]);
  });

  it('reads a bare "no" by what was asked', () => {
    expect(kindsIn('us: Would you like to sign up today?', 'them: No, sorry.')).toHaveLength(1);
    expect(kindsIn('us: Is this your first call with us?', 'them: No, we spoke to Jim.')).toEqual([]);
  });

  it('passes over back-channels to the reply and judges the next words', () => {
    const turns = aCall([
      'us: It comes to two thousand a month.',
      "them: That's more than we wanted to spend.",
      'us: Mm-hm.',
      'them: I mean, a lot more.',
      'us: Because the migration is included, the first year costs less than what you pay now.',
      "them: Okay, that's a fair point.",
    ]);
    const [objection, ...rest] = findObjections(turns);
    expect(rest).toEqual([]);
    expect(objection?.reply?.turn).toBe(4);
    expect(objection?.reaction).toMatchObject({ turn: 5, verdict: 'softened' });
  });

  it('cuts the answering sentences out of a long reply', () => {
    const turns = aCall([
      'us: It comes to two thousand a month.',
      "them: The price is too high for us, we can't afford it.",
      `us: ${'I was on the train this morning and it rained the whole way. '.repeat(5)}The price includes the migration, so you can drop the consultant instead. Shall I get some water?`,
      'them: Deal.',
    ]);
    const [objection] = findObjections(turns);
    const reply = objection?.reply && wordsAt(turns, objection.reply.span);
    expect(reply).toContain('The price includes the migration');
    expect(reply).not.toContain('water');
    expect(reply?.length).toBeLessThan(250);
    expect(objection?.reaction?.verdict).toBe('accepted');
  });

  it('has no reply where nobody answered', () => {
    const [objection] = findObjections(aCall(['us: Shall we start?', "them: No, we can't afford it.", 'us: Right.']));
    expect(objection?.reply).toBeNull();
    expect(objection?.reaction).toBeNull();
  });

  it('keeps a reply turned down as the same objection said again', () => {
    const turns = aCall([
      'us: It is two thousand a month, shall we start?',
      "them: That's too expensive for us.",
      'us: We could leave the events out and come to eighteen hundred.',
      "them: No, it's still too expensive.",
    ]);
    const [objection, ...rest] = findObjections(turns);
    expect(rest).toEqual([]);
    expect(objection?.reaction?.verdict).toBe('rejected');
    expect(objection?.again.map((span) => wordsAt(turns, span))).toEqual(["No, it's still too expensive."]);
  });
});
