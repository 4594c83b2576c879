import { readFileSync } from 'node:fs';
import { run } from './child.js';
import { findProgram } from './programs.js';

const VERSION_FILE = '/proc/driver/nvidia/version';

/** The version of NVIDIA's kernel driver in the words of its own file; undefined where there is none. */
export const parseDriver = (text) => /Kernel Module\s+(?:for \S+\s+)?(\d+(?:\.\d+)*)/.exec(text)?.[1];

/** Reads one file: cheap enough for every command. */
export function readDriver() {
  try {
    return parseDriver(readFileSync(VERSION_FILE, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The driver's version, also below Windows (WSL), where only nvidia-smi knows it. */
export async function findDriver() {
  const known = readDriver();
  const program = known ? undefined : findProgram(['nvidia-smi', '/usr/lib/wsl/lib/nvidia-smi']);
  if (!program) return known;
  const { code, stdout } = await run(program, ['--query-gpu=driver_version', '--format=csv,noheader']);
  return code === 0 ? /^\d+(\.\d+)*/m.exec(stdout)?.[0] : undefined;
}
