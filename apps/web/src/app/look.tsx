'use client';

import { MantineProvider } from '@mantine/core';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useState } from 'react';
import { cssVariables, theme } from '#theme/theme.ts';
import { useEarlyClick } from './early-click.tsx';

const Notifications = dynamic(() => import('@mantine/notifications').then((all) => all.Notifications), { ssr: false });

export function Look({ nonce, children }: { nonce: string; children: ReactNode }) {
  const isUsed = useIsUsed();
  useEarlyClick();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      {isUsed && <Notifications position="bottom-right" />}
      {children}
    </MantineProvider>
  );
}

/** Whether anything was pointed at or typed: before that there is nothing to tell of, so nothing is fetched to tell it. */
function useIsUsed(): boolean {
  const [isUsed, setUsed] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const note = () => {
      setUsed(true);
      listening.abort();
    };
    for (const event of ['pointerdown', 'keydown']) {
      window.addEventListener(event, note, { capture: true, passive: true, signal: listening.signal });
    }
    return () => listening.abort();
  }, []);
  return isUsed;
}
