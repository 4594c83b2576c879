interface PlacedPoint {
  id: number;
  x: number;
  y: number;
}

/** The point nearest to a place, if any lies within so many pixels. */
export function nearestPoint(points: readonly PlacedPoint[], x: number, y: number, within: number): number | undefined {
  let best: { id: number; away: number } | undefined;
  for (const point of points) {
    const away = Math.hypot(point.x - x, point.y - y);
    if (away <= within && away < (best?.away ?? Number.POSITIVE_INFINITY)) best = { id: point.id, away };
  }
  return best?.id;
}
