// What `npm start` runs once all is set up, over one store: PORT STORE.
import { startLab } from '../../bin/start/lab.js';

const [port, store] = process.argv.slice(2);
const flags = { port, host: '127.0.0.1', store, engine: 'cpu', slots: '2', demo: false };
const lab = startLab(flags, { say: (line) => console.log(line), onGiveUp: () => stop(1) });
process.on('SIGTERM', () => stop(130));

async function stop(code) {
  await lab.stop();
  process.exit(code);
}
