import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

interface Credentials {
  cookie: string | undefined;
  authorization: string | undefined;
}

/** 30 days, in seconds. */
const lifetime = 30 * 24 * 3600;

/**
 * Who may use the dashboard: those with the store's key, and pages that were given a session, which is the key's
 * signature of the user they were given to. Browsers send a cookie to every port of a machine; signed like this, it is
 * of no use to the server of another user that came to see it.
 */
export function createSessions(key: string, port: number) {
  // Two dashboards on one machine must not sign each other's pages out.
  const name = `duality-${port}`;
  const sessionOf = (user: string) => createHmac('sha256', key).update(`session of user ${user}`).digest('base64url');
  return {
    isKey: (text: string) => isSame(text, key),
    isTrusted: (user: string, { cookie, authorization }: Credentials): boolean => {
      const given = readCookie(cookie, name);
      if (given !== undefined && isSame(given, sessionOf(user))) return true;
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
      return token !== undefined && isSame(token, key);
    },
    cookieFor: (user: string): string =>
      `${name}=${sessionOf(user)}; Path=/; Max-Age=${lifetime}; HttpOnly; SameSite=Strict`,
  };
}

/** In constant time, whatever the lengths. */
function isSame(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

const digest = (text: string) => createHash('sha256').update(text).digest();

function readCookie(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
