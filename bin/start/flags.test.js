import { expect, test } from 'vitest';
import { parseFlags } from './flags.js';

const parse = (argv, env = {}) => parseFlags(argv, { env, cwd: '/home/a', root: '/lab' });

test('the defaults', () => {
  const store = '/lab/.duality/duality.db';
  expect(parse([])).toEqual({ port: 3000, host: '127.0.0.1', store, exchange: `${store}-exchange`, demo: true });
});

test('flags win over the environment; a store path starts where the person is', () => {
  const env = { DUALITY_STORE: 'b.db', DUALITY_ENGINE: 'cpu', INIT_CWD: '/home/a/work' };
  expect(parse([], env)).toMatchObject({ store: '/home/a/work/b.db', engine: 'cpu' });
  expect(parse(['--store', '/c.db', '--engine', 'wasm', '--no-demo', '--port', '3001'], env)).toMatchObject({
    store: '/c.db',
    engine: 'wasm',
    demo: false,
    port: 3001,
  });
  expect(parse(['--slots', '2', '--memory', '4000'])).toMatchObject({ slots: '2', memory: '4000' });
  expect(parse([], { ...env, DUALITY_EXCHANGE: '/shared' })).toMatchObject({ exchange: '/shared' });
  expect(parse(['--exchange', 'runs'], env)).toMatchObject({ exchange: '/home/a/work/runs' });
});

test.each([
  [['--port', '0'], /--port 0.*1 to 65535/],
  [['--port', '3000x'], /--port 3000x/],
  [['--engine', 'gpu'], /--engine gpu.*tensorflow/],
  [['--nosuch'], /--nosuch.*--store/],
  [['file.db'], /file\.db/],
  [['--store'], /--store/],
  [['--exchange', ''], /--exchange/],
  [['--host', 'a b'], /--host/],
  [['--slots', '0'], /--slots 0.*at least 1/],
  [['--memory', '2 GB'], /--memory 2 GB/],
])('%o is refused by name', (argv, message) => {
  expect(() => parse(argv)).toThrow(message);
});

test('a bad engine of the environment is named as such', () => {
  expect(() => parse([], { DUALITY_ENGINE: 'gpu' })).toThrow(/DUALITY_ENGINE gpu/);
});
