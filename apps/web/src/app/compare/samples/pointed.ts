/** A tile that is pointed at, and the noise that it comes from. */
export interface Pointed {
  tile: number;
  noise: string;
  runId: number;
}
