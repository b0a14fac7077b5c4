export type InstanceTab = 'overview' | 'logs' | 'restore-points' | 'inspect';

/** Address of an instance's page. One that is named like the form's address is reached by its id. */
export function instancePath({ id, name }: { id: string; name: string }, tab?: InstanceTab): string {
  const base = `/instances/${encodeURIComponent(name === 'new' ? id : name)}`;
  return tab === undefined || tab === 'overview' ? base : `${base}/${tab}`;
}
