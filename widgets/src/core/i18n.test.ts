import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { I18n, translator } from './i18n.ts';

const british = new I18n({ locale: 'en-GB', timeZone: 'UTC' });
const noon = '2026-11-23T12:00:00Z';

describe('formats', () => {
  it('writes places in a recording with hours only from one hour', () => {
    expect([0, 65, 1104, 3599.9, 3600, 3723].map((s) => british.timecode(s))).to.deep.equal([
      '0:00',
      '1:05',
      '18:24',
      '59:59',
      '1:00:00',
      '1:02:03',
    ]);
  });

  it('writes lengths of time in at most two units', () => {
    expect([40, 59.6, 37 * 60, 9420, 183960].map((s) => british.duration(s))).to.deep.equal([
      '40 s',
      '1 min',
      '37 min',
      '2 h 37 min',
      '51 h 06 min',
    ]);
  });

  it('names today, weekdays within a week, then dates, with the year only when it differs', () => {
    const days = ['2026-11-23T01:00:00Z', '2026-11-20T12:00:00Z', '2026-11-10T12:00:00Z', '2025-11-10T12:00:00Z'];
    expect(days.map((day) => british.day(day, noon))).to.deep.equal(['Today', 'Friday', '10 Nov', '10 Nov 2025']);
  });

  it('decides the day in the time zone of the reader', () => {
    const tokyo = new I18n({ locale: 'en-GB', timeZone: 'Asia/Tokyo' });
    expect(british.dayKey('2026-11-22T20:00:00Z')).to.equal('2026-11-22');
    expect(tokyo.dayKey('2026-11-22T20:00:00Z')).to.equal('2026-11-23');
  });

  it('writes numbers in the locale of the reader, with a real minus', () => {
    expect(british.number(1284)).to.equal('1,284');
    expect(new I18n({ locale: 'de' }).number(1284.5)).to.equal('1.284,5');
    expect(british.number(-3)).to.equal('−3');
  });

  it('falls back to English for a locale that does not exist', () => {
    expect(new I18n({ locale: 'no_such_place!' }).locale).to.equal('en');
  });
});

describe('texts', () => {
  const english = {
    calls: { one: '{count} call', other: '{count} calls' },
    by: 'by {name}, {missing}',
  } as const;

  it('picks the plural form of the locale', () => {
    const t = translator({ i18n: british }, 'demo', english);
    expect([t('calls', { count: 1 }), t('calls', { count: 1284 })]).to.deep.equal(['1 call', '1,284 calls']);
  });

  it('takes the text of the host over its own, with the plural forms of that language', () => {
    const messages = { 'demo.calls': { one: '{count} rozmowa', few: '{count} rozmowy', other: '{count} rozmów' } };
    const t = translator({ i18n: new I18n({ locale: 'pl', messages }) }, 'demo', english);
    expect([1, 3, 5].map((count) => t('calls', { count }))).to.deep.equal(['1 rozmowa', '3 rozmowy', '5 rozmów']);
  });

  it('lets templates stand inside a sentence and leaves unknown placeholders readable', () => {
    const t = translator({ i18n: british }, 'demo', english);
    const stage = document.createElement('div');
    render(html`${t.rich('by', { name: html`<b>Maya</b>` })}`, stage);
    expect(stage.textContent).to.equal('by Maya, {missing}');
    expect(stage.querySelector('b')?.textContent).to.equal('Maya');
  });
});
