import { RateLimitError, PermissionError, ServerError } from '@callvault/sdk';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { define } from '../core/define.ts';
import { expectAccessible } from '../testing/accessible.ts';
import { find, findAll, fixture, settled } from '../testing/fixture.ts';
import { ProblemElement } from './problem.ts';

define(ProblemElement);

const mount = (error: unknown) =>
  fixture<ProblemElement>(html`<cv-problem what="Calls" .error=${error}>Your filters are kept.</cv-problem>`);

describe('cv-problem', () => {
  it('is accessible', async () => {
    await expectAccessible(
      await mount(new ServerError('Down.', { code: 'internal', status: 500, requestId: 'req_1' })),
    );
  });

  it('names what failed, with code and request id to hand on, and offers a retry', async () => {
    const problem = await mount(new ServerError('Down.', { code: 'internal', status: 500, requestId: 'req_8f31c2' }));
    expect(find(problem, 'h3').textContent).to.equal('Calls did not load');
    expect(find(problem, 'code').textContent).to.equal('internal · req_8f31c2');
    let retried = 0;
    problem.addEventListener('cv-retry', () => (retried += 1));
    find(problem, '.btn').click();
    expect(retried).to.equal(1);
  });

  it('says which permission is missing and offers no retry that cannot help', async () => {
    const problem = await mount(
      new PermissionError('Your role lacks scorecards:read.', { code: 'forbidden', status: 403 }),
    );
    expect(find(problem, 'h3').textContent).to.equal('You cannot see calls');
    expect(find(problem, 'p').textContent).to.contain('scorecards:read');
    expect(findAll(problem, '.btn')).to.have.length(0);
  });

  it('counts down a rate limit, then tries again by itself', async () => {
    const problem = await mount(
      new RateLimitError('Slow.', { code: 'rate_limited', status: 429, retryAfterSeconds: 1 }),
    );
    expect(find(problem, 'p').textContent).to.contain('Again in 1 s.');
    expect(find<HTMLButtonElement>(problem, '.btn').disabled).to.equal(true);
    await new Promise((resolve) => problem.addEventListener('cv-retry', resolve, { once: true }));
    await settled(problem);
    expect(find<HTMLButtonElement>(problem, '.btn').disabled).to.equal(false);
  });
});
