/** A piece of a line of equal height, in cells: 0 is the centre of the first. */
export interface ContourPiece {
  from: readonly [number, number];
  to: readonly [number, number];
}

/**
 * Where a grid of heights, `[columns][rows]` flat, crosses a level: marching squares with straight pieces between the
 * edges, which for a saddle keep the side of the mean together.
 */
export function contour(heights: ArrayLike<number>, columns: number, rows: number, level: number): ContourPiece[] {
  const pieces: ContourPiece[] = [];
  const height = (x: number, y: number) => heights[x * rows + y] as number;
  for (let x = 0; x + 1 < columns; x++) {
    for (let y = 0; y + 1 < rows; y++) {
      const corners = [
        [x, y],
        [x + 1, y],
        [x + 1, y + 1],
        [x, y + 1],
      ] as const;
      const values = corners.map(([cx, cy]) => height(cx, cy));
      const crossings = corners.flatMap((from, i) => {
        const [a, b] = [values[i] as number, values[(i + 1) % 4] as number];
        if (a >= level === b >= level) return [];
        const to = corners[(i + 1) % 4] as readonly [number, number];
        const share = (level - a) / (b - a);
        return [[from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])] as const];
      });
      const [first, second, third, fourth] = crossings;
      if (first && second && !third) pieces.push({ from: first, to: second });
      if (!first || !second || !third || !fourth) continue;
      const isMeanAbove = values.reduce((sum, value) => sum + value, 0) / 4 >= level;
      const isFirstAbove = (values[0] as number) >= level;
      // Crossings go around from the first corner: the last and the first enclose it.
      if (isMeanAbove === isFirstAbove) pieces.push({ from: first, to: second }, { from: third, to: fourth });
      else pieces.push({ from: fourth, to: first }, { from: second, to: third });
    }
  }
  return pieces;
}
