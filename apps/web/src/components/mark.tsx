/** Two halves of one disc, slid apart along a line of slope 1: what is real and what is generated. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M3.5 17.3 A9.2 9.2 0 0 1 16.5 4.3 Z" fill="var(--accent)" />
      <path d="M7.5 19.7 L20.5 6.7 A9.2 9.2 0 0 1 7.5 19.7 Z" fill="var(--generated)" />
    </svg>
  );
}
