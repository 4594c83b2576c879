import { z } from 'zod';

export const LogLevel = z.enum(['info', 'warning', 'error']);
export type LogLevel = z.infer<typeof LogLevel>;

export const LogLine = z.object({ seq: z.int(), runId: z.int(), at: z.int(), level: LogLevel, message: z.string() });
export type LogLine = z.infer<typeof LogLine>;
