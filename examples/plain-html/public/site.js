/* global document, fetch, history, location, URLSearchParams, window */
import { createCallVault } from '{{callVaultUrl}}/v1/loader.js';

/** The site's server knows who is signed in and mints the token; nothing secret is on the page. */
async function fetchSession() {
  const answer = await fetch('/callvault/session', { method: 'POST' });
  if (answer.status === 401) location.assign('/sign-in');
  if (!answer.ok) throw new Error(`No session: ${answer.status}`);
  return answer.text();
}

const callvault = createCallVault({
  baseUrl: '{{callVaultUrl}}',
  publishableKey: '{{publishableKey}}',
  fetchSession,
  locale: 'en-GB',
});
callvault.on('error', ({ message }) => console.error(message));

// Both ways to place a widget: as a tag in the page (all pages but one), or made by the script (the page of alumni).
for (const app of document.querySelectorAll('cv-app')) app.fetchSession = fetchSession;
for (const place of document.querySelectorAll('[data-widget]'))
  place.append(callvault.create(place.dataset.widget, { inline: true }));

const callView = document.querySelector('cv-call-detail');

/** Shows the call that the address names above the list; without one the list has the page to itself. */
function showAddressedCall() {
  const address = new URLSearchParams(location.search);
  callView.hidden = !address.has('call');
  if (callView.hidden) return;
  callView.callId = address.get('call');
  callView.at = address.has('t') ? Number(address.get('t')) * 1000 : undefined;
  callView.scrollIntoView({ block: 'start' });
}

/** A moment that somebody opens anywhere on the site is read on the page of calls. `seconds` may be missing. */
function openCall(callId, seconds) {
  const address = `/calls?${new URLSearchParams({ call: callId, ...(seconds != null && { t: String(seconds) }) })}`;
  if (!callView) return location.assign(address);
  history.pushState(null, '', address);
  showAddressedCall();
}

document.addEventListener('cv-call-open', (event) => {
  event.preventDefault();
  openCall(event.detail.callId, event.detail.at);
});
document.addEventListener('cv-citation-open', (event) => {
  // The call that is open marks its own words itself.
  if (event.target === callView) return;
  event.preventDefault();
  const { callId, startMs } = event.detail;
  openCall(callId, startMs === null ? undefined : startMs / 1000);
});
document.addEventListener('cv-navigate', (event) => {
  const { kind, id, at } = event.detail;
  if (kind !== 'call' || id === callView?.callId) return;
  event.preventDefault();
  openCall(id, at);
});
document.addEventListener('cv-call-back', () => {
  history.pushState(null, '', '/calls');
  showAddressedCall();
});

if (callView) {
  window.addEventListener('popstate', showAddressedCall);
  showAddressedCall();
}
