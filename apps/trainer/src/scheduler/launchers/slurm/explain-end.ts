import { readFileSync } from 'node:fs';
import { logFile } from './submit-array.ts';

/** How a job ended of which its worker said nothing, in Slurm's words and the worker's last ones. */
export function explainEnd(exchange: string, id: string, ended: { state: string; reason: string | null } | undefined) {
  const how = ended
    ? `Slurm says ${ended.state}${ended.reason ? ` (${ended.reason})` : ''} of job ${id}`
    : `Slurm knows nothing of job ${id} any more`;
  const words = lastLines(logFile(exchange, id));
  return words ? `${how}; its last words: ${words}` : how;
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-3).join(' | ').slice(-500);
  } catch {
    return '';
  }
}
