// Loaded into the dashboard's process (--import): its stdin is a pipe from start.js and closes when that is killed.
process.stdin.on('end', () => process.exit(1)).on('error', () => process.exit(1));
process.stdin.resume();
process.stdin.unref?.();
