import { type RefObject, useEffect, useState } from 'react';

/** Heights within an element between which it can be seen, in pixels. */
interface Range {
  from: number;
  to: number;
}

/** Drawn beyond what is seen, and by how much it has to move before anything is drawn anew. */
const margin = 400;
const grain = 160;

const atFirst: Range = { from: 0, to: 1200 };

/** What can be seen of `body`, and a little more, whether the page scrolls or the `frame` around it. */
export function useVisibleRange(frame: RefObject<HTMLElement | null>, body: RefObject<HTMLElement | null>): Range {
  const [range, setRange] = useState(atFirst);
  useEffect(() => {
    const measure = () => {
      if (!frame.current || !body.current) return;
      const [outer, inner] = [frame.current.getBoundingClientRect(), body.current.getBoundingClientRect()];
      const from = Math.floor((Math.max(0, outer.top) - inner.top - margin) / grain) * grain;
      const to = Math.ceil((Math.min(window.innerHeight, outer.bottom) - inner.top + margin) / grain) * grain;
      setRange((old) => (old.from === from && old.to === to ? old : { from, to }));
    };
    measure();
    const sizes = new ResizeObserver(measure);
    for (const element of [frame.current, body.current]) if (element) sizes.observe(element);
    // Captured, as a frame's own scrolling does not rise to the window.
    window.addEventListener('scroll', measure, { capture: true, passive: true });
    window.addEventListener('resize', measure);
    return () => {
      sizes.disconnect();
      window.removeEventListener('scroll', measure, { capture: true });
      window.removeEventListener('resize', measure);
    };
  }, [frame, body]);
  return range;
}
