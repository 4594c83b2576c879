/**
 * The tree of a network simplex: it spans the origins 0 … n − 1 and the destinations n … n + m − 1, starts as
 * destination n alone and holds the mass on each of its arcs; no other arc carries any. Arcs lead from origins to
 * destinations, so an origin's arc to its parent points up the tree and a destination's down. Strongly feasible: only
 * an arc that points up may carry 0.
 */
export function createFlowTree(costs: Float64Array, n: number, m: number) {
  const root = n; // the first destination
  const parent = new Int32Array(n + m).fill(-1);
  const firstChild = new Int32Array(n + m).fill(-1);
  const next = new Int32Array(n + m).fill(-1);
  const previous = new Int32Array(n + m).fill(-1);
  const depth = new Int32Array(n + m);
  const mass = new Float64Array(n + m); // on the arc between a node and its parent
  const potential = new Float64Array(n + m); // cost + potential[origin] − potential[destination] = 0 on the tree
  const unplaced = new Int32Array(n + m);

  const up = (node: number) => parent[node] as number;
  const costToParent = (node: number) => costs[node < n ? node * m + up(node) - n : up(node) * m + node - n] as number;
  const addMass = (node: number, amount: number) => {
    mass[node] = (mass[node] as number) + amount;
  };

  function attach(node: number, to: number, carried: number): void {
    const sibling = firstChild[to] as number;
    parent[node] = to;
    mass[node] = carried;
    next[node] = sibling;
    previous[node] = -1;
    if (sibling >= 0) previous[sibling] = node;
    firstChild[to] = node;
  }

  function detach(node: number): void {
    const before = previous[node] as number;
    const after = next[node] as number;
    if (before >= 0) next[before] = after;
    else firstChild[up(node)] = after;
    if (after >= 0) previous[after] = before;
  }

  /** Sets depth and potential of `top` and of all below it; from the parent's, so that no rounding builds up. */
  function place(top: number): void {
    let count = 0;
    unplaced[count++] = top;
    while (count > 0) {
      const node = unplaced[--count] as number;
      depth[node] = (depth[up(node)] as number) + 1;
      potential[node] = (potential[up(node)] as number) + (node < n ? -costToParent(node) : costToParent(node));
      for (let child = firstChild[node] as number; child >= 0; child = next[child] as number) unplaced[count++] = child;
    }
  }

  /** Adds a node below `to`, with the mass on the arc between them. */
  function grow(node: number, to: number, carried: number): void {
    attach(node, to, carried);
    place(node);
  }

  /** Makes the arc part of the tree, pushes mass around the cycle it closes and drops the arc that runs empty. */
  function enter(origin: number, destination: number): void {
    let join = origin;
    for (let other = destination; join !== other; ) {
      if ((depth[join] as number) >= (depth[other] as number)) join = up(join);
      else other = up(other);
    }
    // Mass falls on the origin's side where arcs point up, on the other where they point down. Of several arcs that run
    // empty the last one along the cycle, from `join` on, must leave: that keeps the tree strongly feasible.
    let amount = Infinity;
    let leaving = -1;
    let isOnOriginsSide = true;
    for (let node = origin; node !== join; node = up(node)) {
      if (node >= n || !((mass[node] as number) < amount)) continue;
      amount = mass[node] as number;
      leaving = node;
    }
    for (let node = destination; node !== join; node = up(node)) {
      if (node < n || !((mass[node] as number) <= amount)) continue;
      amount = mass[node] as number;
      leaving = node;
      isOnOriginsSide = false;
    }
    for (let node = origin; node !== join; node = up(node)) addMass(node, node < n ? -amount : amount);
    for (let node = destination; node !== join; node = up(node)) addMass(node, node < n ? amount : -amount);
    if (isOnOriginsSide) hang(origin, destination, amount, leaving);
    else hang(destination, origin, amount, leaving);
  }

  /** Cuts the part below `leaving` off, turns it so that `top` is its root and hangs it on `under`. */
  function hang(top: number, under: number, amount: number, leaving: number): void {
    let node = top;
    let newParent = under;
    let carried = amount;
    for (;;) {
      const oldParent = up(node);
      const oldMass = mass[node] as number;
      detach(node);
      attach(node, newParent, carried);
      if (node === leaving) break;
      newParent = node;
      node = oldParent;
      carried = oldMass;
    }
    place(top);
  }

  function cost(): number {
    let sum = 0;
    for (let node = 0; node < n + m; node++) if (node !== root) sum += (mass[node] as number) * costToParent(node);
    return sum;
  }

  return { potential, grow, enter, cost };
}
