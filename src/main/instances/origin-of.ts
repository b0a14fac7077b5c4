import type { Origin } from '../../shared/contract/containers.ts';
import { labels } from '../docker/labels.ts';

/** Who made something, by its labels. */
export function originOf(given: Readonly<Record<string, string>> | null | undefined): Origin {
  const project = given?.[labels.composeProject];
  if (given?.[labels.managed] === 'true') return { kind: 'howdah' };
  if (project !== undefined) {
    return { kind: 'compose', project, service: given?.[labels.composeService] ?? '' };
  }
  return { kind: 'other' };
}
