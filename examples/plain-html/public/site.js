/* global document, fetch, history, location, URLSearchParams */
import { createCallVault } from '{{callVaultUrl}}/v1/loader.js';

/** The site's server knows who is signed in and mints the token; nothing secret is on the page. */
async function fetchSession() {
  const answer = await fetch('/callvault/session', { method: 'POST' });
  if (answer.status === 401) location.assign('/sign-in');
  if (!answer.ok) throw new Error(`No session: ${answer.status}`);
  return answer.text();
}

const callvault = createCallVault({ baseUrl: '{{callVaultUrl}}', publishableKey: '{{publishableKey}}', fetchSession });
for (const app of document.querySelectorAll('cv-app')) app.fetchSession = fetchSession;

/** A moment that somebody opens anywhere on the site is read on the page of calls. */
function openCall({ callId, at }) {
  const detail = document.querySelector('cv-call-detail');
  const query = new URLSearchParams({ call: callId, ...(at !== undefined && { t: String(at) }) });
  if (!detail) return location.assign(`/calls?${query}`);
  history.replaceState(null, '', `?${query}`);
  showCall(query);
}

/** Shows the call that the address names, beside the list; without one the list has the page to itself. */
function showCall(query) {
  const detail = document.querySelector('cv-call-detail');
  const callId = query.get('call');
  if (!detail) return;
  detail.hidden = !callId;
  if (!callId) return;
  detail.setAttribute('call-id', callId);
  if (query.has('t')) detail.setAttribute('at', query.get('t'));
  detail.scrollIntoView({ block: 'start' });
}

document.addEventListener('cv-call-open', (event) => {
  event.preventDefault();
  openCall(event.detail);
});
document.addEventListener('cv-citation-open', (event) => {
  event.preventDefault();
  openCall(event.detail);
});
document.addEventListener('cv-navigate', (event) => {
  if (event.detail.kind !== 'call') return;
  event.preventDefault();
  openCall({ callId: event.detail.id, at: event.detail.at });
});
document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', () => callvault.logout());

showCall(new URLSearchParams(location.search));
