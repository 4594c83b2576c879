import { appendFileSync } from 'node:fs';

/** What `npm run test:faults` adds up; `trueAfterS` is how long what was shown was not yet what is. */
export interface FaultCount {
  kind: string;
  injected: number;
  acknowledged?: number;
  lost?: number;
  trueAfterS?: number;
}

export function count(fault: FaultCount): void {
  const file = process.env.DUALITY_FAULT_COUNTS;
  if (file) appendFileSync(file, `${JSON.stringify(fault)}\n`);
}
