/** A run's folder that lies elsewhere. Every call may fail for a while, and may be made again. */
export interface CarryTarget {
  /** What is there, by the names that a run's folder has. */
  list: () => Promise<{ name: string; bytes: number }[]>;
  read: (name: string) => Promise<Buffer>;
  /** Makes an empty file; false where there is one of that name. */
  claim: (name: string) => Promise<boolean>;
  /** Puts `bytes` at byte `at` of a file that is at least so long; what is there already is the same. */
  append: (name: string, at: number, bytes: Buffer) => Promise<void>;
  /** A whole file, or what was there before. */
  put: (name: string, file: string) => Promise<void>;
  remove: (name: string) => Promise<void>;
}
