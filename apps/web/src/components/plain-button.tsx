import type { ComponentProps } from 'react';
import classes from './plain-button.module.css';

interface PlainButtonProps extends ComponentProps<'button'> {
  look?: 'button' | 'filled' | 'icon';
  /** Only a picture, with its `aria-label`. */
  isIcon?: boolean;
}

/** A button of no more than HTML and a little CSS, for pages that have to be there at once. */
export function PlainButton({
  isIcon = false,
  look = isIcon ? 'icon' : 'button',
  className = '',
  ...button
}: PlainButtonProps) {
  return <button type="button" className={`${classes[look]} ${className}`} {...button} />;
}
