import { openStore } from '@duality/shared/store';

const store = openStore(process.argv[2] ?? '');
const read = () => store.run.listSummaries().map(({ id }) => JSON.stringify(store.series.list(id, { width: 1000 })));

const texts = read();
const started = performance.now();
read();
const ms = performance.now() - started;
const highs = texts.map((text) => Math.max(...JSON.parse(text)[0].highs));
store.close();
console.log(JSON.stringify({ ms, highs }));
