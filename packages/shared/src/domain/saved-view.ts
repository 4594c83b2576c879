import { z } from 'zod';

/** Pages whose address can be kept under a name. */
export const ViewPage = z.enum(['runs', 'compare']);
export type ViewPage = z.infer<typeof ViewPage>;

export const ViewName = z.string().trim().min(1).max(80);

/** What stands after the question mark of the address. */
export const ViewQuery = z.string().max(20_000);

/** A page as somebody looked at it: all of that is in its address. */
export interface SavedView {
  id: number;
  page: ViewPage;
  name: string;
  query: string;
  createdAt: number;
  updatedAt: number;
}
