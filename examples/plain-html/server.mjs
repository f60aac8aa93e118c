import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { CallVault } from '@callvault/sdk';
import express from 'express';
import { readConfig } from './config.mjs';
import { pages } from './pages.mjs';
import { contentSecurity } from './security.mjs';
import { signIn } from './sign-in.mjs';

const config = readConfig(process.env);
const vault = new CallVault({ secretKey: config.secretKey, baseUrl: config.callVaultUrl });
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const app = express();
app.disable('x-powered-by');
app.use(contentSecurity(config));
app.use(express.static(here(`./sites/${config.brand}/assets`)));
for (const font of config.site.fonts) {
  app.use(
    `/fonts/${font}`,
    express.static(fileURLToPath(new URL('.', import.meta.resolve(`@fontsource-variable/${font}`)))),
  );
}
app.use(signIn(config.site, randomBytes(32)));
app.use(pages(config));

/** The whole integration on the server: who is signed in here gets a short token for their browser. */
app.post('/callvault/session', async (request, response) => {
  if (!request.user) return response.status(401).send('Sign in first.');
  const { id, name, email, role } = request.user;
  const { token } = await vault.sessions.create({
    user: { id, name, email, role },
    origins: [`${request.protocol}://${request.get('host')}`],
    widgets: config.site.widgets,
  });
  response.set('cache-control', 'no-store').type('text/plain').send(token);
});

app.use((error, _request, response, next) => {
  if (response.headersSent) return next(error);
  console.error(error);
  // Only mistakes of the reader (`expose`) are theirs to read; a refused secret key is the operator's.
  const [status, text] = error.expose ? [error.status, error.message] : [500, 'This page failed. The log says why.'];
  response.status(status).send(text);
});

app.listen(config.port, (error) => {
  if (error) throw error;
  console.log(`${config.site.name} is on http://localhost:${config.port}, its calls come from ${config.callVaultUrl}`);
});
