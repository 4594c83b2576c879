import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { ExplainedError } from '@duality/shared';

const extension = /\.(png|jpe?g|webp|gif|avif)$/i;
const mostImages = 500_000;

/** Image files in `folder` and all below it, as sorted paths relative to it. Hidden ones are passed over, links followed. */
export function findImages(folder: string, most = mostImages): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const walk = (inside: string): void => {
    const here = join(folder, inside);
    const real = realpathSync(here);
    if (seen.has(real)) return; // a link back, or a second way to the same images
    seen.add(real);
    for (const name of namesIn(here)) {
      const path = inside === '' ? name : `${inside}/${name}`;
      const stats = statsOf(join(here, name));
      if (stats?.isDirectory()) walk(path);
      else if (extension.test(name)) found.push(checkFile(path, stats));
    }
  };
  const checkFile = (path: string, stats: Stats | undefined): string => {
    if (found.length === most) {
      throw new ExplainedError(`${folder} holds more than ${most} images; name a smaller folder with --data DIR`);
    }
    if (stats?.isFile()) return path;
    const problem = stats ? 'is no regular file' : 'is a link to nothing';
    throw new ExplainedError(`${join(folder, path)} ${problem}; remove it, or name another folder with --data DIR`);
  };
  walk('');
  if (found.length > 0) return found.sort();
  throw new ExplainedError(
    `${folder} holds no images (png, jpg, jpeg, webp, gif or avif); name another folder with --data DIR`,
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch (error) {
    throw new ExplainedError(`cannot read the folder ${folder}: ${(error as Error).message}`);
  }
}

/** Of what a link leads to; nothing where it leads nowhere or round in a circle. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
