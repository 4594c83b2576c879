import { join } from 'node:path';
import { readJson } from '../setup/json-file.js';
import { modules } from '../setup/paths.js';

/** The script behind a command line tool of node_modules, so that it runs on the Node of our choice. */
export function toolScript(packageName, command = packageName) {
  const bin = readJson(join(modules, packageName, 'package.json'))?.bin;
  const path = typeof bin === 'string' ? bin : bin?.[command];
  if (!path) throw new Error(`${packageName} is not in node_modules: run "npm run setup".`);
  return join(modules, packageName, path);
}
