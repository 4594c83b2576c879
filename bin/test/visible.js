import { spawn } from 'node:child_process';
import { Interrupted } from '../setup/child.js';

/** Runs a program whose output the person is to see as it comes. @returns {Promise<number>} its exit code */
export function runVisibly(command, args, { cwd, env }) {
  return new Promise((settle, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    let stopped = false;
    const pass = (signal) => {
      stopped = true;
      child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    const end = (code) => {
      for (const signal of signals) process.off(signal, pass);
      if (stopped) reject(new Interrupted());
      else settle(code);
    };
    child.on('error', () => end(127));
    child.on('close', (code) => end(code ?? 1));
  });
}
