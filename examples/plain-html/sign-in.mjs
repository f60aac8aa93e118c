import { Buffer } from 'node:buffer';
import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';

const cookieName = 'reader';

/**
 * The site's own sign-in, as small as one can be: pick a name, get a signed cookie. A real site has its own; CallVault
 * only needs to be told who is there. Sets `request.user`, or leaves it undefined.
 */
export function signIn({ users }, secret) {
  const sign = (id) => createHmac('sha256', secret).update(id).digest('base64url');
  const isGenuine = (id, signature) => {
    const [given, expected] = [Buffer.from(signature), Buffer.from(sign(id))];
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  const readCookie = (header = '') => {
    const pairs = header.split(/;\s*/).map((pair) => pair.split('='));
    const [id = '', signature = ''] = (pairs.find(([name]) => name === cookieName)?.[1] ?? '').split('.');
    return isGenuine(id, signature) ? id : undefined;
  };
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/' };

  const router = express.Router();
  router.use((request, _response, next) => {
    const id = readCookie(request.headers.cookie);
    request.user = users.find((user) => user.id === id);
    next();
  });
  router.post('/sign-in', express.urlencoded({ extended: false, limit: '1kb' }), (request, response) => {
    const user = users.find((candidate) => candidate.id === request.body?.user);
    if (!user) return response.status(400).send('Pick one of the names on the page.');
    response.cookie(cookieName, `${user.id}.${sign(user.id)}`, cookie).redirect(303, '/');
  });
  router.post('/sign-out', (_request, response) => response.clearCookie(cookieName, cookie).redirect(303, '/sign-in'));
  return router;
}
