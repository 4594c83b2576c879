/** The list of the runs that a filter finds; of all runs without one. */
export const runsHref = (filter = ''): string => (filter ? `/runs?${new URLSearchParams({ q: filter })}` : '/runs');

/** For `run.search`: archived runs are left out unless the filter speaks of them. */
export const archivedOnRequest = (filter: string) => (/\barchived\b/i.test(filter) ? {} : { archived: false });
