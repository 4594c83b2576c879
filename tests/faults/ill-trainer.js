// Loaded into a lab (NODE_OPTIONS=--import): makes the trainer of run 1 ill as DUALITY_TEST_ILLNESS says, and lets every other process be.
const isPatient = process.argv.join(' ').includes('--claimed 1 ');
const illnesses = {
  spin: () => {
    for (;;);
  },
  heap: () => {
    const kept = [];
    for (;;) kept.push(Array.from({ length: 1000 }, () => ({})));
  },
  memory: () => {
    const kept = [];
    setInterval(() => kept.push(Buffer.alloc(20_000_000, 1)), 50);
  },
};
const fall = illnesses[process.env.DUALITY_TEST_ILLNESS];
if (isPatient && fall) setTimeout(fall, 2500);
