export type StatusUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** What the engine's own words about a container come to. */
export interface ContainerStatus {
  /** Null: it has not ended. */
  exitCode: string | null;
  count: number;
  unit: StatusUnit;
  health: 'healthy' | 'unhealthy' | 'starting' | null;
}

/** `Up 2 hours (healthy)`, `Exited (137) About a minute ago`: the list of the engine API tells it in no other way. */
const words =
  /^(?:Up|(?:Exited|Restarting) \((-?\d+)\)) (Less than a|About an?|\d+) (second|minute|hour|day|week|month|year)s?/;

/** Null for words without a time (`Created`, `Dead`) and for engines that use others. */
export function readStatus(status: string): ContainerStatus | null {
  const [, exitCode, count, unit] = words.exec(status) ?? [];
  if (count === undefined || unit === undefined) return null;
  const [, health] = /\((?:health: )?(healthy|unhealthy|starting)\)/.exec(status) ?? [];
  return {
    exitCode: exitCode ?? null,
    count: /^\d/.test(count) ? Number(count) : 1,
    unit: unit as StatusUnit,
    health: (health ?? null) as ContainerStatus['health'],
  };
}
