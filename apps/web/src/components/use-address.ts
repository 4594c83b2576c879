'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useMemo, useSyncExternalStore } from 'react';

/** What to change in the address: `undefined` takes a key away, a list gives it several times. */
export type AddressChange = Record<string, string | readonly string[] | undefined>;

/** The query of the page's address, and how to change keys of it without asking the server for anything. */
export function useAddress(): { query: URLSearchParams; change: (change: AddressChange) => void } {
  const known = useSearchParams().toString();
  const text = useSyncExternalStore(subscribe, readSearch, () => known);
  // biome-ignore lint/correctness/useExhaustiveDependencies: Next writes a link's address after the render that tells of it
  useEffect(tellAll, [known]);
  return { query: useMemo(() => new URLSearchParams(text), [text]), change: changeAddress };
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function tellAll(): void {
  for (const listener of listeners) listener();
}

const readSearch = () => new URLSearchParams(window.location.search).toString();

function changeAddress(change: AddressChange): void {
  const { pathname, search, hash } = window.location;
  const query = changeQuery(new URLSearchParams(search), change).toString();
  showAddress(`${pathname}${query && `?${query}`}${hash}`);
}

/**
 * Puts it in the place of the page's address without asking the server for anything. Next notices by itself, but some
 * time later: of two quick changes the second would start from before the first.
 */
export function showAddress(address: string): void {
  window.history.replaceState(null, '', address);
  tellAll();
}

export function changeQuery(query: URLSearchParams, change: AddressChange): URLSearchParams {
  const changed = new URLSearchParams(query);
  for (const [key, value] of Object.entries(change)) {
    changed.delete(key);
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) changed.append(key, one);
  }
  return changed;
}
