import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

const established = '01';
const known = new WeakMap<Socket, string>();

/**
 * Who is at the other end of a connection: the user id of the process there when it runs on this machine and Linux
 * tells, else `''`. It cannot be feigned, as a header can.
 */
export function userAtPeer(socket: Socket): string {
  let user = known.get(socket);
  if (user === undefined) {
    user = findUser(socket) ?? '';
    known.set(socket, user);
  }
  return user;
}

/** Whether it is the user who runs this server. */
export const isOwnUser = (user: string): boolean => user !== '' && user === String(process.getuid?.());

function findUser({ remoteAddress, remotePort, localAddress, localPort }: Socket): string | undefined {
  if (process.platform !== 'linux' || !remoteAddress || !localAddress || !remotePort || !localPort) return undefined;
  // The same connection as its other end sees it.
  const ends = [`${hexOf(remoteAddress)}:${hexPort(remotePort)}`, `${hexOf(localAddress)}:${hexPort(localPort)}`];
  return findInTable(readTables(), ends);
}

/** The user id in the row of /proc/net/tcp that has these [local, remote] ends and is in use. */
export function findInTable(table: string, [local, remote]: readonly string[]): string | undefined {
  for (const line of table.split('\n')) {
    const [, from = '', to = '', state, , , , uid, , inode] = line.trim().split(/\s+/);
    // A connection that has ended lingers under user 0 without an inode.
    if (state === established && inode !== '0' && unmapped(from) === local && unmapped(to) === remote) return uid;
  }
  return undefined;
}

function readTables(): string {
  return ['tcp', 'tcp6'].map(readTable).join('\n');
}

function readTable(name: string): string {
  try {
    return readFileSync(`/proc/self/net/${name}`, 'latin1');
  } catch {
    return ''; // a machine without IPv6
  }
}

const mappedPrefix = '0000000000000000FFFF0000';

/** An IPv4 address in an IPv6 row, as it stands in an IPv4 row. */
const unmapped = (end: string) => (end.startsWith(mappedPrefix) ? end.slice(mappedPrefix.length) : end);

const hexPort = (port: number) => port.toString(16).toUpperCase().padStart(4, '0');

/** As the kernel prints it: words of 32 bits, each with its bytes from the last to the first. */
export function hexOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  const bytes = plain.includes(':') ? bytesOfIpv6(plain) : plain.split('.').map(Number);
  const words = Array.from({ length: bytes.length / 4 }, (_, i) => bytes.slice(4 * i, 4 * i + 4).reverse());
  return words
    .flat()
    .map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'))
    .join('');
}

function bytesOfIpv6(address: string): number[] {
  const [head = '', tail] = address.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const before = [...head];
  const after = tail ?? [];
  const gap = tail === undefined ? [] : new Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...gap, ...after]
    .map((group) => Number.parseInt(group, 16))
    .flatMap((word) => [word >> 8, word & 255]);
}
