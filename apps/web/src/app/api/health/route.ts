import { describeError } from '@duality/shared';
import { explainStoreError, storeVersion } from '@duality/shared/store';
import { createContext } from '#server/context.ts';
import { version } from '#server/version.ts';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  let file = '';
  try {
    const { store } = createContext();
    file = store.file;
    store.change.newest();
    return Response.json({ ok: true, version, storeVersion });
  } catch (error) {
    const reason = describeError(explainStoreError(error, file));
    return Response.json({ ok: false, version, storeVersion, reason }, { status: 503 });
  }
}
