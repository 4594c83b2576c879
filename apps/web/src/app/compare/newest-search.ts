/** The runs that are offered for a first comparison. */
export const newestSearch = { limit: 5, archived: false };
