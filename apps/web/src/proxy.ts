import { type NextRequest, NextResponse } from 'next/server';
import { createNonce, securityHeaders } from '#door/security-headers.ts';

/**
 * Runs before every request that the door has let in, static files included (so there is no matcher). Next puts the nonce
 * on its own scripts; anything else inline takes it from `(await headers()).get('x-nonce')`. Only a page that is rendered
 * on request can have one, so the root layout must read it: that makes every page dynamic, the 404 page too.
 */
export function proxy({ headers }: NextRequest): NextResponse {
  const nonce = createNonce();
  const security = securityHeaders(nonce);
  const forwarded = new Headers(headers);
  forwarded.set('x-nonce', nonce);
  forwarded.set('Content-Security-Policy', security['Content-Security-Policy'] ?? '');
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(security)) response.headers.set(name, value);
  return response;
}
