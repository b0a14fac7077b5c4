import type { Topic } from '../../shared/contract/changes.ts';
import type { EngineEvent } from '../docker/engine-types.ts';

/**
 * Actions that change no row: reading a stopped container's files mounts its volumes for a moment, so an answer to a
 * change would itself be a change.
 */
const looking = new Set([
  'archive-path',
  'attach',
  'detach',
  'export',
  'copy',
  'resize',
  'mount',
  'unmount',
  'save',
  'push',
  'sync',
  'init',
]);

/** What went stale because of an event of the engine. */
export function topicsOfEvent({ type, action }: Pick<EngineEvent, 'type' | 'action'>): Topic[] {
  if (looking.has(action)) return [];
  switch (type) {
    case 'container':
    case 'pod':
      return ['containers'];
    case 'volume':
      return ['volumes'];
    case 'image':
      return ['images'];
    case 'network':
      // Containers join and leave at every start and stop; the networks themselves stay as they are.
      return action === 'connect' || action === 'disconnect' ? ['containers'] : ['networks'];
    default:
      return [];
  }
}
