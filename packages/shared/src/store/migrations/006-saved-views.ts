/** Addresses of a page that people gave a name. */
export const savedViews = /* sql */ `
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  page TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  query TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (page, name)
) STRICT;
`;
