import { run } from './child.js';

/** Runs npm: the one that runs us, with the Node that it runs on, else the one on PATH. */
export function npm(args, options, env = process.env) {
  const quiet = { ...options, env: { npm_config_loglevel: 'warn', npm_config_progress: 'false', ...options.env } };
  const script = env.npm_execpath;
  if (script?.endsWith('.js')) return run(env.npm_node_execpath ?? process.execPath, [script, ...args], quiet);
  // Windows starts a .cmd only through its shell; all arguments are ours.
  const isWindows = process.platform === 'win32';
  return run(isWindows ? 'npm.cmd' : 'npm', args, { ...quiet, shell: isWindows });
}
