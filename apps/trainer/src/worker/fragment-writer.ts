import { closeSync, openSync, writeSync } from 'node:fs';
import { encodeLine, type Record } from '@duality/shared/exchange';

/** Appends records to a new file. When `add` returns, the record outlives this process. */
export function createFragmentWriter(file: string) {
  const descriptor = openSync(file, 'wx');
  let number = 0;
  /** The last line stopped in its middle, where a disk was full. */
  let isTorn = false;
  return {
    add: (record: Record): void => {
      const line = Buffer.from(`${isTorn ? '\n' : ''}${encodeLine({ number: number + 1, record })}`);
      for (let done = 0; done < line.length; ) {
        isTorn = true;
        done += writeSync(descriptor, line, done);
      }
      isTorn = false;
      number++;
    },
    close: (): void => closeSync(descriptor),
  };
}
