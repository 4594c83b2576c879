export const entriesAPage = 50;
