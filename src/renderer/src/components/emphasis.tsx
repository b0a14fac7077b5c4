import type { ReactNode } from 'react';

/** For `t.rich`: what stands in `<b>` is a name from outside. */
export const emphasis = {
  b: (name: ReactNode) => (
    <b>
      <bdi>{name}</bdi>
    </b>
  ),
};
