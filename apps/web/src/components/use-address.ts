'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';

/** What to change in the address: `undefined` takes a key away, a list gives it several times. */
export type AddressChange = Record<string, string | readonly string[] | undefined>;

/** The query of the page's address, and how to change keys of it without asking the server for anything. */
export function useAddress(): { query: URLSearchParams; change: (change: AddressChange) => void } {
  const text = useSearchParams().toString();
  return { query: useMemo(() => new URLSearchParams(text), [text]), change: changeAddress };
}

/** Next notices the new address by itself. */
export function changeAddress(change: AddressChange): void {
  const { pathname, search, hash } = window.location;
  const query = changeQuery(new URLSearchParams(search), change).toString();
  window.history.replaceState(null, '', `${pathname}${query && `?${query}`}${hash}`);
}

export function changeQuery(query: URLSearchParams, change: AddressChange): URLSearchParams {
  const changed = new URLSearchParams(query);
  for (const [key, value] of Object.entries(change)) {
    changed.delete(key);
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) changed.append(key, one);
  }
  return changed;
}
