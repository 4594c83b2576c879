/** What a backend says of itself once it is loaded. */
export interface LoadedBackend {
  /** Of the native library where there is one, otherwise of TensorFlow.js. */
  version: string;
  device: string;
  /** Threads that share one operation, where sums depend on how many there are. */
  opThreads?: number;
}
