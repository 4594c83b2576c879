import type { IncomingMessage, ServerResponse } from 'node:http';
import { findRefusal, type Refusal } from './guard.ts';
import { isOwnUser, userAtPeer } from './peer.ts';
import { readShortBody } from './read-short-body.ts';
import { createNonce, securityHeaders } from './security-headers.ts';
import { createSessions } from './session.ts';
import { signInPage } from './sign-in-page.ts';

interface Place {
  key: string;
  host: string;
  port: number;
}

/** What anyone may have: the code, and whether there is a dashboard at all. */
const open = /^\/(_next\/static\/|icon\.svg$|favicon\.ico$|api\/health$)/;
const signIn = '/api/session';

/**
 * Stands before every page: keeps other sites out, then lets in who has a session or the store's key. A page that is
 * opened by the user who runs the server gets a session by itself; everyone else is asked for the key.
 */
export function createDoor({ key, host, port }: Place) {
  const sessions = createSessions(key, port);

  function isTrusted(request: IncomingMessage): boolean {
    const { cookie, authorization } = request.headers;
    return sessions.isTrusted(userAtPeer(request.socket), { cookie, authorization });
  }

  const refusalOf = ({ method = '', headers, url }: IncomingMessage) =>
    findRefusal({ method, path: pathOf({ url }), headers: { get: (name) => oneOf(headers[name]) } }, host);

  async function answer(request: IncomingMessage, response: ServerResponse, goOn: () => Promise<void>): Promise<void> {
    const refusal = refusalOf(request);
    if (refusal) return refuse(response, refusal);
    const path = pathOf(request);
    if (path === signIn) return startSession(request, response);
    const isPage = request.method !== 'POST' && !path.startsWith('/api/') && !open.test(path);
    const user = userAtPeer(request.socket);
    if (isPage && isOwnUser(user)) response.setHeader('Set-Cookie', sessions.cookieFor(user));
    else if (!open.test(path) && !isTrusted(request)) return isPage ? askForKey(response) : refuse(response, stranger);
    await goOn();
  }

  async function startSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return refuse(response, { status: 405, message: 'A session is asked for by POST.' });
    const given = keyIn(await readShortBody(request));
    if (given === undefined || !sessions.isKey(given)) return refuse(response, wrongKey);
    const headers = { ...securityHeaders(createNonce()), 'Set-Cookie': sessions.cookieFor(userAtPeer(request.socket)) };
    response.writeHead(204, headers).end();
  }

  return { answer, isOpenTo: (request: IncomingMessage) => !refusalOf(request) && isTrusted(request) };
}

const stranger: Refusal = {
  status: 401,
  message:
    'This needs a session of the dashboard, or the key that lies beside the store: "Authorization: Bearer KEY", KEY being the text of STORE-key.',
};
const wrongKey: Refusal = { status: 403, message: 'This is not the key of this store.' };

function refuse(response: ServerResponse, { status, message }: Refusal): void {
  const headers = { ...securityHeaders(createNonce()), 'Content-Type': 'text/plain; charset=utf-8' };
  // What is still on its way is not waited for.
  response.writeHead(status, { ...headers, Connection: 'close' }).end(`${message}\n`);
}

function askForKey(response: ServerResponse): void {
  const nonce = createNonce();
  const headers = {
    ...securityHeaders(nonce),
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  };
  response.writeHead(401, headers).end(signInPage(nonce));
}

const oneOf = (header: string | string[] | undefined) => (Array.isArray(header) ? header.join(', ') : (header ?? null));

const pathOf = ({ url = '/' }: { url?: string | undefined }) => url.split('?', 1)[0] as string;

function keyIn(body: string | undefined): string | undefined {
  try {
    const { key } = JSON.parse(body ?? '');
    return typeof key === 'string' ? key : undefined;
  } catch {
    return undefined;
  }
}
