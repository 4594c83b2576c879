import { join } from 'node:path';
import '@duality/shared/require-node';
import type { NextConfig } from 'next';

const repository = join(import.meta.dirname, '../..');

// Next reads this file whenever it starts, so the server finds its store wherever it was started from.
process.env.DUALITY_STORE ??= join(repository, '.duality/duality.db');

const config: NextConfig = {
  transpilePackages: ['@duality/shared'],
  serverExternalPackages: ['better-sqlite3'],
  turbopack: { root: repository },
  outputFileTracingRoot: repository,
  reactStrictMode: true,
  poweredByHeader: false,
  // On one's own machine compressing costs more time than it saves.
  compress: false,
  // Grids come as they are; without this Next would offer to fetch and resize pictures.
  images: { unoptimized: true },
  // What Next keeps of a body for the proxy; server/guard.ts has refused anything larger before.
  experimental: { proxyClientMaxBodySize: '1mb' },
};

export default config;
