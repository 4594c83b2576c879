import { createFlowTree } from './flow-tree.ts';

export interface Flow {
  cost: number;
  /** Prices of a unit at the origins, [n], and at the destinations, [m]: no two add up to more than the cost between. */
  origins: Float64Array;
  destinations: Float64Array;
}

/**
 * The cheapest plan that moves the masses `supply`, [n], to `demand`, [m], all positive and of the same sum, for
 * `costs` ≥ 0 of a unit, [n · m]: its cost, and the prices that prove it cheapest (Kantorovich's dual). Network simplex
 * on strongly feasible trees, which cannot cycle (Cunningham 1976; Ahuja, Magnanti and Orlin, "Network Flows", ch. 11).
 */
export function cheapestFlow(costs: Float64Array, supply: Float64Array, demand: Float64Array): Flow {
  const n = supply.length;
  const m = demand.length;
  const tree = northWestTree(costs, supply, demand);
  // Potentials carry the rounding of sums of costs; a reduced cost within it is 0.
  const rounding = 1e-12 * costs.reduce((most, cost) => Math.max(most, cost), 0);
  let origin = 0;
  for (let idle = 0; idle < n; idle++) {
    let best = -rounding;
    let destination = -1;
    const potential = tree.potential[origin] as number;
    for (let j = 0; j < m; j++) {
      const reduced = (costs[origin * m + j] as number) + potential - (tree.potential[n + j] as number);
      if (reduced < best) {
        best = reduced;
        destination = n + j;
      }
    }
    if (destination >= 0) {
      tree.enter(origin, destination);
      idle = -1;
    }
    origin = (origin + 1) % n;
  }
  return {
    cost: tree.cost(),
    origins: tree.potential.slice(0, n).map((potential) => -potential),
    destinations: tree.potential.slice(n),
  };
}

/** The first plan, by the north-west corner rule: each origin in turn fills the destinations in turn. */
function northWestTree(costs: Float64Array, supply: Float64Array, demand: Float64Array) {
  const n = supply.length;
  const m = demand.length;
  const tree = createFlowTree(costs, n, m);
  let left = supply[0] as number;
  let unmet = demand[0] as number;
  for (let i = 0, j = 0, node = 0; ; ) {
    const amount = Math.min(left, unmet);
    tree.grow(node, node < n ? n + j : i, amount);
    left -= amount;
    unmet -= amount;
    // When both are spent the next origin comes first: an arc with mass 0 must point up.
    if (i + 1 < n && (left <= unmet || j + 1 === m)) {
      node = ++i;
      left = supply[i] as number;
    } else if (j + 1 < m) {
      node = n + ++j;
      unmet = demand[j] as number;
    } else return tree;
  }
}
