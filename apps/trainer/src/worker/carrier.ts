import { readdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileNamePattern, stateName, stopName } from '@duality/shared/exchange';
import type { CarryTarget } from './carry-target.ts';

const roundMs = 300;
const lookForStopMs = 2000;
/** Of one append. */
const pieceBytes = 512 * 1024;

interface Needed {
  target: CarryTarget;
  /** The run's folder on the worker's own disk. */
  folder: string;
  /** Name of the worker's own fragment. */
  fragment: string;
  /** State that the target has. */
  carried: Iterable<string>;
  /** A person wants the run to end. */
  onStop: () => void;
  /** When the target is out of reach, and when it is back: each once. */
  say: (line: string) => void;
}

/**
 * Takes a run's folder to where the hub sees it, a little after it grows. What cannot be taken there waits, and training
 * goes on. A file is there before the record that names it, and gone after the one that says so.
 */
export function startCarrier({ target, folder, fragment, carried: known, onStop, say }: Needed) {
  const carried = new Set(known);
  let length = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let trouble = '';
  let isEnding = false;

  const carry = async (): Promise<void> => {
    const now = { bytes: statSync(join(folder, fragment)).size, state: listState(folder) };
    for (const name of now.state) {
      if (!carried.has(name) && (await putIfThere(target, folder, name))) carried.add(name);
    }
    while (length < now.bytes) {
      const piece = await readPiece(join(folder, fragment), length, Math.min(pieceBytes, now.bytes - length));
      await target.append(fragment, length, piece);
      length += piece.length;
    }
    for (const name of carried) {
      if (now.state.includes(name)) continue;
      await target.remove(name);
      carried.delete(name);
    }
  };
  const lookForStop = async (): Promise<void> => {
    if (performance.now() - lookedAt < lookForStopMs) return;
    lookedAt = performance.now();
    if ((await target.list()).some(({ name }) => name === stopName)) onStop();
  };
  const round = async (): Promise<boolean> => {
    try {
      await carry();
      await lookForStop();
      if (trouble) say('What was trained meanwhile has been taken to the hub.');
      trouble = '';
      return true;
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      if (!trouble) say(`What is trained is kept here until the hub's folder is back: ${words}`);
      trouble = words;
      return false;
    }
  };
  const running = (async () => {
    while (!isEnding) {
      await round();
      await setTimeout(roundMs);
    }
  })();

  return {
    /** Takes the rest there, for as long as `patienceMs`; answers whether all is there. */
    finish: async (patienceMs: number): Promise<boolean> => {
      isEnding = true;
      await running;
      for (const from = performance.now(); ; await setTimeout(roundMs)) {
        if (await round()) return true;
        if (performance.now() - from > patienceMs) return false;
      }
    },
  };
}

function listState(folder: string): string[] {
  try {
    return readdirSync(join(folder, stateName('')))
      .map(stateName)
      .filter((name) => fileNamePattern.test(name));
  } catch {
    return [];
  }
}

/** False for a file that has been followed by a newer one meanwhile. */
async function putIfThere(target: CarryTarget, folder: string, name: string): Promise<boolean> {
  try {
    await target.put(name, join(folder, name));
    return true;
  } catch (error) {
    if (statSync(join(folder, name), { throwIfNoEntry: false })) throw error;
    return false;
  }
}

async function readPiece(file: string, at: number, length: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
