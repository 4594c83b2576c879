/** Scrolls whatever scrolls `body`, the frame around it or the page, by so many pixels. */
export function scrollBody(frame: HTMLElement, by: number): void {
  const isFramed = getComputedStyle(frame).overflowY !== 'visible';
  (isFramed ? frame : window).scrollBy({ top: by, behavior: 'instant' });
}

/** What of `body` is seen between the head of the table and the lower edge, as heights within it. */
export function viewOf(frame: HTMLElement, body: HTMLElement): { top: number; bottom: number } {
  const [outer, inner] = [frame.getBoundingClientRect(), body.getBoundingClientRect()];
  const isFramed = getComputedStyle(frame).overflowY !== 'visible';
  const head = isFramed ? (body.previousElementSibling?.getBoundingClientRect().height ?? 0) : 0;
  return {
    top: Math.max(0, outer.top) + head - inner.top,
    bottom: Math.min(window.innerHeight, outer.bottom) - inner.top,
  };
}
