import { Bookmark } from 'lucide-react';

export const ViewsMark = () => (
  <>
    <Bookmark size={15} aria-hidden="true" /> Views
  </>
);
