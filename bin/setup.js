import './setup/require-node.js';
import { interruptible, setUp } from './setup/set-up.js';

await interruptible(() => setUp({ web: true, retry: true }));
process.stderr.write('Everything is set up. Next: npm start\n');
