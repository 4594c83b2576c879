import type { ComponentProps } from 'react';
import classes from './plain-button.module.css';

interface PlainButtonProps extends ComponentProps<'button'> {
  /** Only a picture, with its `aria-label`. */
  isIcon?: boolean;
}

/** A button of no more than HTML and a little CSS, for pages that have to be there at once. */
export function PlainButton({ isIcon = false, className = '', ...button }: PlainButtonProps) {
  return <button type="button" className={`${isIcon ? classes.icon : classes.button} ${className}`} {...button} />;
}
