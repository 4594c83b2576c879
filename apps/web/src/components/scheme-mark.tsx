import { Moon, Sun } from 'lucide-react';
import classes from './color-scheme-toggle.module.css';

export const SchemeMark = () => (
  <>
    <Sun size={17} className={classes.sun} aria-hidden="true" />
    <Moon size={17} className={classes.moon} aria-hidden="true" />
  </>
);
