import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { isLoopback, urlOf } from './address.js';

const EVERY_ADDRESS = { '0.0.0.0': 'IPv4', '::': undefined };

/** The key that the dashboard has laid beside the store; undefined when it could not. */
export function readKey(store) {
  try {
    return readFileSync(`${store}-key`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/**
 * Where to find the dashboard, in rows of a title and a text. Where the system tells it who asks (Linux), the user who
 * started it needs no key on this machine; everyone else needs the one behind the `#`, which no server and no log sees.
 */
export function describeAddress({ host, port, store }, key, platform = process.platform) {
  const behind = key ? `/#key=${key}` : '';
  const here = urlOf(host, port) + (platform === 'linux' ? '' : behind);
  if (isLoopback(host)) return [['Dashboard', here]];
  return [
    ['Dashboard', here],
    ...outerUrls(host, port).map((url) => ['Elsewhere', url + behind]),
    ['Warning', `--host ${host} opens port ${port} to the network, without encryption. Whoever has this`],
    ['', 'link can see every run, start, stop and delete runs, and so use this machine to compute;'],
    ['', `without it nothing is answered. A new key: stop, delete ${store}-key, start.`],
  ];
}

/** How other machines may reach it. */
function outerUrls(host, port) {
  if (!(host in EVERY_ADDRESS)) return [urlOf(host, port)];
  const family = EVERY_ADDRESS[host];
  const outer = Object.values(networkInterfaces())
    .flat()
    .filter((at) => !at.internal && !at.address.startsWith('fe80') && (!family || at.family === family));
  return outer.map(({ address }) => urlOf(address, port));
}
