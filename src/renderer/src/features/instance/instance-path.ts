import type { InstanceTab } from './instance-tab.ts';

/** Address of an instance's page in the window. */
export function instancePath(name: string, tab: InstanceTab = 'overview'): string {
  const page = `/instances/${encodeURIComponent(name)}`;
  return tab === 'overview' ? page : `${page}/${tab}`;
}
