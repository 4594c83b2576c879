import { storeVersion } from '@duality/shared/store';
import { createContext } from '#server/context.ts';
import { version } from '#server/version.ts';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  try {
    createContext();
    return Response.json({ ok: true, version, storeVersion });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return Response.json({ ok: false, version, storeVersion, reason }, { status: 503 });
  }
}
