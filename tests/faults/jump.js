// Loaded into a scheduler (NODE_OPTIONS=--import): its clock jumps ahead by hours and back behind again, once a second.
const { now } = Date;
const hours = [0, 6, -6, 0, 30];
const began = performance.now();
const isScheduler = process.argv.join(' ').includes('schedule.js');
if (isScheduler)
  Date.now = () => now() + 3_600_000 * hours[Math.floor((performance.now() - began) / 1000) % hours.length];
