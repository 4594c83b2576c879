import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const ENGINES = ['auto', 'tensorflow', 'webgpu', 'wasm', 'cpu'];

export const HELP = `npm start -- [options]

Sets up what is missing, then runs the dashboard and the scheduler.

  --port N       port of the dashboard, 1 to 65535 (default 3000)
  --host H       address to listen on (default 127.0.0.1: this machine only)
  --store FILE   where runs are kept (default .duality/duality.db; DUALITY_STORE)
  --engine E     ${ENGINES.join(', ')} (default auto; DUALITY_ENGINE)
  --slots N      runs that train at once (default a quarter of the cores, at least 1)
  --memory MB    what a run may take before it is ended (default no limit)
  --exchange DIR folder that nodes of a Slurm cluster share with this machine (default beside the store;
                 DUALITY_EXCHANGE)
  --no-demo      queue no starter run on an empty store
`;

const options = {
  port: { type: 'string', default: '3000' },
  host: { type: 'string', default: '127.0.0.1' },
  store: { type: 'string' },
  engine: { type: 'string' },
  slots: { type: 'string' },
  memory: { type: 'string' },
  exchange: { type: 'string' },
  'no-demo': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

/**
 * @param {string[]} argv
 * @param {{ env: Record<string, string | undefined>, cwd: string, root: string }} place
 * @returns {{ help: true } | { port: number, host: string, store: string, exchange: string, engine?: string, slots?: string,
 *   memory?: string, demo: boolean }}
 * @throws {Error} naming the argument and what is allowed
 */
export function parseFlags(argv, { env, cwd, root }) {
  const { values } = parse(argv);
  if (values.help) return { help: true };
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : 0;
  if (port < 1 || port > 65535) throw new Error(`--port ${values.port}: a port is a whole number from 1 to 65535.`);
  if (!/^[\w.:%-]+$/.test(values.host)) {
    throw new Error(`--host ${JSON.stringify(values.host)}: give an address or a name, such as 127.0.0.1.`);
  }
  const engine = values.engine ?? (env.DUALITY_ENGINE || undefined);
  if (engine !== undefined && !ENGINES.includes(engine)) {
    const said = values.engine === undefined ? 'DUALITY_ENGINE' : '--engine';
    throw new Error(`${said} ${engine}: the engines are ${ENGINES.join(', ')}.`);
  }
  for (const name of ['slots', 'memory']) {
    if (values[name] === undefined || /^[1-9]\d{0,8}$/.test(values[name])) continue;
    throw new Error(`--${name} ${values[name]}: must be a whole number of at least 1.`);
  }
  if (values.store === '') throw new Error('--store: give the path of a file.');
  if (values.exchange === '') throw new Error('--exchange: give the path of a folder.');
  // npm moves to the repository's root; where the person was, it says in INIT_CWD.
  const asked = values.store ?? (env.DUALITY_STORE || undefined);
  const store = asked === undefined ? join(root, '.duality', 'duality.db') : resolve(env.INIT_CWD ?? cwd, asked);
  const folder = values.exchange ?? (env.DUALITY_EXCHANGE || undefined);
  const exchange = folder === undefined ? `${store}-exchange` : resolve(env.INIT_CWD ?? cwd, folder);
  const { slots, memory } = values;
  const limits = { ...(slots && { slots }), ...(memory && { memory }) };
  return { port, host: values.host, store, exchange, demo: !values['no-demo'], ...(engine && { engine }), ...limits };
}

function parse(argv) {
  try {
    return parseArgs({ args: argv, options, strict: true, allowPositionals: false });
  } catch (error) {
    const allowed = Object.keys(options).map((name) => `--${name}`);
    throw new Error(`${error.message.split('. ')[0].replace(/\.$/, '')}. Options: ${allowed.join(', ')}.`);
  }
}
