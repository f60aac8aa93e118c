import { readFile } from 'node:fs/promises';
import express from 'express';

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text) => text.replace(/[&<>"']/g, (char) => escapes[char]);

/** Fills `{{name}}` with a value made safe for HTML, `{{{name}}}` with markup of this folder. */
export function fill(template, values) {
  const value = (name) => {
    if (values[name] === undefined) throw new Error(`The page asks for "${name}", which nobody gives it.`);
    return values[name];
  };
  return template.replace(/\{\{\{(\w+)\}\}\}|\{\{(\w+)\}\}/g, (_all, markup, text) =>
    markup ? value(markup) : escapeHtml(value(text)),
  );
}

/** The main navigation, with the page that is open marked for eyes and ears. */
function navigation(nav, open) {
  return nav
    .map(({ label, path }) => `<a href="${path}"${path === open ? ' aria-current="page"' : ''}>${label}</a>`)
    .join('');
}

/** Only for readers who are signed in: without a session there is nothing to show. */
const script = '<script type="module" src="/site.js"></script>';

const read = (path) => readFile(new URL(path, import.meta.url), 'utf8');

/** The site's pages: its layout around one file each. Whoever is not signed in is asked who they are. */
export function pages({ brand, site, callVaultUrl, publishableKey }) {
  const router = express.Router();
  const embed = { callVaultUrl, publishableKey };

  const show = async (response, path, page, own) => {
    const values = { ...embed, nav: navigation(site.nav, path), ...own };
    const content = fill(await read(`./sites/${brand}/${page}.html`), values);
    const layout = await read(`./sites/${brand}/layout.html`);
    response.type('html').send(fill(layout, { ...values, content }));
  };

  router.get('/sign-in', async (_request, response) => {
    const names = site.users.map(
      ({ id, name, title }) =>
        `<li><button name="user" value="${escapeHtml(id)}"><b>${escapeHtml(name)}</b> <span>${escapeHtml(title)}</span></button></li>`,
    );
    await show(response, '/sign-in', 'sign-in', {
      title: 'Who is reading?',
      reader: 'nobody yet',
      script: '',
      names: names.join(''),
    });
  });

  for (const [path, { page, title }] of Object.entries(site.pages)) {
    router.get(path, async ({ user }, response) => {
      if (!user) return response.redirect(303, '/sign-in');
      await show(response, path, page, { title, reader: `${user.name}, ${user.title}`, script });
    });
  }

  // The page's script names the one CallVault host in its import, so it is filled in like the pages.
  router.get('/site.js', async (_request, response) => {
    response.type('text/javascript').send(fill(await read('./public/site.js'), embed));
  });
  return router;
}
