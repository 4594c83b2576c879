import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
export const modules = join(root, 'node_modules');
/** What set-up knows about this clone's node_modules; goes when node_modules goes. */
export const stamps = join(modules, '.duality');
export const tfjsPackage = join(modules, '@tensorflow', 'tfjs-node-gpu');

/** Where big things live that outlast node_modules and are shared by all clones. */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
  if (env.DUALITY_CACHE) return resolve(env.DUALITY_CACHE);
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'duality', 'cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'duality');
  // The XDG specification says that a relative path is to be ignored.
  const base = env.XDG_CACHE_HOME?.startsWith('/') ? env.XDG_CACHE_HOME : join(home, '.cache');
  return join(base, 'duality');
}

export const pinnedNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The Node that runs everything but set-up itself: the pinned one, else this one when it is new enough. */
export function findNode() {
  if (existsSync(pinnedNode)) return pinnedNode;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new Error('Node 24 is missing from node_modules: run "npm run setup".');
}
