import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { findInTable, hexOf, isOwnUser, userAtPeer } from './peer.ts';

describe('an address as the kernel prints it', () => {
  it.each([
    ['127.0.0.1', '0100007F'],
    ['::ffff:127.0.0.1', '0100007F'],
    ['192.168.1.5', '0501A8C0'],
    ['::1', '00000000000000000000000001000000'],
    ['fe80::1%eth0', '000080FE000000000000000001000000'],
    ['2001:db8:1:2:3:4:5:6', 'B80D01200200010004000300'.concat('06000500')],
  ])('%s', (address, hex) => expect(hexOf(address)).toBe(hex));
});

describe('the row of a connection', () => {
  const ends = ['0100007F:C350', '0100007F:0BB8'] as const;
  const row = (from: string, to: string, state: string, uid: number, inode: number) =>
    `  1: ${from} ${to} ${state} 00000000:00000000 02:00000A4D 00000000  ${uid}        0 ${inode} 2 0`;
  it('is that of the other end, in use', () => {
    expect(findInTable(row(...ends, '01', 1000, 77), ends)).toBe('1000');
    const mapped = '0000000000000000FFFF0000';
    expect(findInTable(row(mapped + ends[0], mapped + ends[1], '01', 1000, 77), ends)).toBe('1000');
  });
  it('is not that of a connection that has ended, of our own end, or of another port', () => {
    expect(findInTable(row(...ends, '06', 0, 0), ends)).toBeUndefined();
    expect(findInTable(row(...ends, '01', 0, 0), ends)).toBeUndefined();
    expect(findInTable(row(ends[1], ends[0], '01', 1000, 77), ends)).toBeUndefined();
    expect(findInTable(row('0100007F:C351', ends[1], '01', 1000, 77), ends)).toBeUndefined();
    expect(findInTable(row('0200007F:C350', ends[1], '01', 1000, 77), ends)).toBeUndefined();
  });
});

it.runIf(process.platform === 'linux').each(['127.0.0.1', '::1'])(
  'this process is its own peer at %s',
  async (host) => {
    const server = createServer().listen(0, host);
    await once(server, 'listening');
    const client = connect((server.address() as { port: number }).port, host);
    const [socket] = (await once(server, 'connection')) as [Socket];
    expect(isOwnUser(userAtPeer(socket))).toBe(true);
    client.destroy();
    socket.destroy();
    server.close();
  },
);
