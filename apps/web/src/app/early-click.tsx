'use client';

import { useEffect } from 'react';

declare global {
  interface Window {
    /** The button that was pressed last before the page came to life, and how to end the noting. */
    earlyClick?: { button: HTMLButtonElement | null; end: () => void };
  }
}

/** Runs before anything is drawn. Links and fields work without us; only buttons would not. */
const listen = `(() => {
  const noted = { button: null, end: () => removeEventListener('click', note, true) };
  const note = (event) => { noted.button = event.target.closest('button[type=button]') ?? noted.button; };
  addEventListener('click', note, true);
  window.earlyClick = noted;
})()`;

export const EarlyClickScript = ({ nonce }: { nonce: string }) => (
  <script nonce={nonce} suppressHydrationWarning>
    {listen}
  </script>
);

/** Presses again what was pressed while the page's scripts were still on their way. */
export function useEarlyClick(): void {
  useEffect(() => {
    const noted = window.earlyClick;
    if (!noted) return;
    noted.end();
    delete window.earlyClick;
    if (noted.button?.isConnected) noted.button.click();
  }, []);
}
