/** In bytes. A commit touches a page of each series, and small pages make it a third faster. */
export const pageSize = 2048;
