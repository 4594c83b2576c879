import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { findObstacle, isLoopback, urlOf } from './address.js';

test('the address to open', () => {
  expect(urlOf('127.0.0.1', 3000)).toBe('http://127.0.0.1:3000');
  expect(urlOf('0.0.0.0', 80)).toBe('http://127.0.0.1:80');
  expect(urlOf('::1', 3000)).toBe('http://[::1]:3000');
  expect(['127.0.0.1', '127.1.2.3', '::1', 'localhost'].every(isLoopback)).toBe(true);
  expect(['0.0.0.0', '::', '192.168.1.2', '127.0.0.1.example'].some(isLoopback)).toBe(false);
});

test('a taken port is one line with the remedy', async () => {
  const server = createServer((socket) => socket.destroy());
  await new Promise((settle) => server.listen(0, '127.0.0.1', settle));
  const { port } = server.address();
  expect(await findObstacle('127.0.0.1', port)).toMatch(
    new RegExp(`^Port ${port} is taken: .*npm start -- --port \\d+$`),
  );
  await new Promise((settle) => server.close(settle));
  expect(await findObstacle('127.0.0.1', port)).toBeUndefined();
});
