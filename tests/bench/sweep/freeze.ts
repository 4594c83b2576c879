import { writeFileSync } from 'node:fs';
import { startOptuna } from '../../../apps/trainer/src/bench/sweep/optuna.ts';
import { replayCases } from '../../../apps/trainer/src/bench/sweep/replay-cases.ts';

// Writes tests/reference/early-stopping/optuna.jsonl anew: DUALITY_PYTHON=… node tests/bench/sweep/freeze.ts.
const optuna = await startOptuna(process.env.DUALITY_PYTHON);
if (typeof optuna === 'string') throw new Error(optuna);
const lines: string[] = [];
for (const request of replayCases(30, 9)) lines.push(JSON.stringify({ request, events: await optuna.replay(request) }));
await optuna.stop();
const file = new URL('../../reference/early-stopping/optuna.jsonl', import.meta.url);
writeFileSync(file, `${lines.join('\n')}\n`);
