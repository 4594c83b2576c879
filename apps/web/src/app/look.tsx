'use client';

import { MantineProvider } from '@mantine/core';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { cssVariables, theme } from '#theme/theme.ts';

const Notifications = dynamic(() => import('@mantine/notifications').then((all) => all.Notifications), { ssr: false });

export function Look({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Notifications position="bottom-right" />
      {children}
    </MantineProvider>
  );
}
