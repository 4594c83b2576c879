import { z } from 'zod';

/** The cursor that a query returned, or the id of the last delta that arrived; from now on when there is none. */
export const LastEventId = z
  .string()
  .regex(/^\d{1,15}$/, 'must be the id of an event')
  .nullish();

export const cursorOf = ({ lastEventId }: { lastEventId?: string | null | undefined }): number | undefined =>
  lastEventId ? Number(lastEventId) : undefined;
