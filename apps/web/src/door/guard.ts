/** Why a request is not answered: its status, and one plain sentence for whoever made it. */
export interface Refusal {
  status: number;
  message: string;
}

export interface GuardedRequest {
  method: string;
  path: string;
  headers: Pick<Headers, 'get'>;
}

export const maxBodyBytes = 1024 * 1024;

const ownHost = /^(127\.0\.0\.1|localhost|\[::1\])$/;
const address = /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/;
const plainPath = /^(\/[\w,~-][\w.,~-]*)*\/?$/;
/** Names of chunks may hold brackets and the like, encoded; what leads elsewhere (`.`, `/`, `\\`) may not be. */
const chunkPath = /^\/_next\/static(\/(?!\.)([\w.~-]|%(?!2[ef]|5c|00)[\da-f]{2})+)+$/i;
const everyAddress = ['0.0.0.0', '::'];

/**
 * Keeps other web sites away from a server that can start jobs: by its name (DNS rebinding), by where a request comes
 * from, and by what a form or `no-cors` fetch of another site could send. `givenHost` is what the person bound it to.
 */
export function findRefusal(request: GuardedRequest, givenHost?: string): Refusal | undefined {
  return (
    refuseHost(request, givenHost) ??
    refuseOrigin(request) ??
    refuseSite(request) ??
    refusePath(request) ??
    refuseMethod(request)
  );
}

function refuseHost({ headers }: GuardedRequest, givenHost: string | undefined): Refusal | undefined {
  const host = (headers.get('host') ?? '').toLowerCase();
  const name = host.replace(/:\d{1,5}$/, '');
  if (ownHost.test(name)) return undefined;
  if (givenHost) {
    const given = givenHost.toLowerCase();
    if (name === given || name === `[${given}]`) return undefined;
    // Bound to every address, it is known by any of them, but by no name: rebinding needs a name.
    if (everyAddress.includes(given) && address.test(name)) return undefined;
  }
  return forbidden('Duality does not answer to this host name; open it as http://127.0.0.1 with its port.');
}

function refuseOrigin({ headers }: GuardedRequest): Refusal | undefined {
  const origin = headers.get('origin');
  if (origin === null || hostOf(origin) === headers.get('host')?.toLowerCase()) return undefined;
  return forbidden('Duality answers only its own pages, and this request comes from another origin.');
}

function refuseSite({ method, path, headers }: GuardedRequest): Refusal | undefined {
  const site = headers.get('sec-fetch-site');
  if (site === null || site === 'same-origin' || site === 'none') return undefined;
  const isLinkToPage =
    (method === 'GET' || method === 'HEAD') &&
    headers.get('sec-fetch-mode') === 'navigate' &&
    headers.get('sec-fetch-dest') === 'document' &&
    !/^\/(api|_next)(\/|$)/.test(path);
  return isLinkToPage ? undefined : forbidden('Duality answers only its own pages, and another site sent this.');
}

/**
 * Every address of ours is written in one way, so one that is written in another (`/%61pi`, `/runs/../api`, `//api`) wants
 * to be taken for something that it is not.
 */
function refusePath({ path }: GuardedRequest): Refusal | undefined {
  if (plainPath.test(path) || chunkPath.test(path)) return undefined;
  return { status: 400, message: 'No address of Duality is written like this.' };
}

function refuseMethod({ method, headers }: GuardedRequest): Refusal | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined;
  if (method !== 'POST') return { status: 405, message: 'Duality knows GET and POST only.' };
  if (headers.get('sec-fetch-mode') === 'no-cors') return forbidden('A change cannot be asked for in no-cors mode.');
  if (headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    return { status: 415, message: 'A change must be sent as application/json.' };
  }
  const length = headers.get('content-length');
  if (length === null) return { status: 411, message: 'A change must say its length (Content-Length).' };
  if (Number(length) <= maxBodyBytes) return undefined;
  return { status: 413, message: `A change may be ${maxBodyBytes} bytes at most.` };
}

const forbidden = (message: string): Refusal => ({ status: 403, message });

function hostOf(origin: string): string | undefined {
  const url = URL.parse(origin);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.host : undefined;
}
