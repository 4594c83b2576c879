import { type NextRequest, NextResponse } from 'next/server';
import { findRefusal } from '#server/guard.ts';
import { securityHeaders } from '#server/security-headers.ts';

/**
 * Runs before every request, static files included (so there is no matcher). Next puts the nonce on its own scripts;
 * anything else inline takes it from `(await headers()).get('x-nonce')`. Only a page that is rendered on request can
 * have one, so the root layout must read it: that makes every page dynamic, the 404 page too.
 */
export function proxy(request: NextRequest): NextResponse {
  const { method, nextUrl, headers } = request;
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const security = securityHeaders(nonce);
  const refusal = findRefusal({ method, path: nextUrl.pathname, headers }, process.env.DUALITY_HOST);
  if (refusal) {
    return new NextResponse(`${refusal.message}\n`, {
      status: refusal.status,
      headers: { ...security, 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
  const forwarded = new Headers(headers);
  forwarded.set('x-nonce', nonce);
  forwarded.set('Content-Security-Policy', security['Content-Security-Policy'] ?? '');
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(security)) response.headers.set(name, value);
  return response;
}
