import { formatBytes as format } from '@duality/shared';

/** With three digits at least, for columns of numbers: `7.85 MB`, `940 B`. */
export const formatBytes = (bytes: number): string => (bytes < 1000 ? `${bytes} B` : format(bytes, 3));
