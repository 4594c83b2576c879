import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '#theme/tokens.css';
import '#theme/global.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Header } from '#components/header.tsx';
import { DataProvider } from '#trpc/client.tsx';
import { EarlyClickScript } from './early-click.tsx';
import classes from './layout.module.css';
import { Look } from './look.tsx';

export const metadata: Metadata = {
  title: { default: 'Duality', template: '%s · Duality' },
  description: 'A local-first lab for Wasserstein GANs.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f7f6' },
    { media: '(prefers-color-scheme: dark)', color: '#0c1011' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading it makes every page dynamic, which a nonce needs.
  const nonce = (await headers()).get('x-nonce') ?? '';
  return (
    <html lang="en" {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} suppressHydrationWarning />
        <EarlyClickScript nonce={nonce} />
      </head>
      <body>
        <a href="#content" className={classes.skip}>
          Skip to content
        </a>
        <Look nonce={nonce}>
          <DataProvider>
            <Header />
            <main id="content" className={classes.main}>
              {children}
            </main>
          </DataProvider>
        </Look>
      </body>
    </html>
  );
}
