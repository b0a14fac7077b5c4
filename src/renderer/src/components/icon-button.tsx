import { Button, type ButtonProps } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label' | 'square'> {
  icon: IconName;
  /** The accessible name, shown on hover. */
  label: string;
}

export function IconButton({ icon, label, variant = 'ghost', ...props }: IconButtonProps) {
  return (
    <Button variant={variant} title={label} {...props} aria-label={label} square>
      <Icon name={icon} sizePx={14} />
    </Button>
  );
}
