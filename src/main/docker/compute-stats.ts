import type { StatsSample } from './engine-types.ts';

interface CpuUsage {
  cpu_usage?: { total_usage?: number; percpu_usage?: number[] | null };
  system_cpu_usage?: number;
  online_cpus?: number;
}

/** The part of `GET /containers/ID/stats` that is read. */
export interface EngineStats {
  read: string;
  cpu_stats?: CpuUsage;
  precpu_stats?: CpuUsage;
  memory_stats?: { usage?: number; limit?: number; stats?: Record<string, number> | null };
}

/**
 * What `docker stats` shows (cli/command/container/stats_helpers.go): CPU as the share of the system's delta times the
 * number of CPUs, memory without the page cache that can be given back. Null where the sample says nothing: the first
 * one has nothing to compare with, and those of a stopped container are empty.
 */
export function computeStats(stats: EngineStats): StatsSample | null {
  const { cpu_stats: now, precpu_stats: before, memory_stats: memory } = stats;
  const usage = memory?.usage;
  if (now?.system_cpu_usage === undefined || before?.system_cpu_usage === undefined) return null;
  if (usage === undefined) return null;
  const limit = memory?.limit ?? 0;
  return {
    atMs: Date.parse(stats.read),
    cpuPercent: cpuPercent(now, before),
    memoryBytes: usage - reclaimableBytes(usage, memory?.stats ?? {}),
    memoryLimitBytes: limit > 0 && limit < 2 ** 60 ? limit : null,
  };
}

function cpuPercent(now: CpuUsage, before: CpuUsage): number {
  const used = (now.cpu_usage?.total_usage ?? 0) - (before.cpu_usage?.total_usage ?? 0);
  const system = (now.system_cpu_usage ?? 0) - (before.system_cpu_usage ?? 0);
  const cpus = now.online_cpus || now.cpu_usage?.percpu_usage?.length || 1;
  return used > 0 && system > 0 ? (used / system) * cpus * 100 : 0;
}

/** `total_inactive_file` on cgroup v1, `inactive_file` on v2; ignored where it is not below the usage. */
function reclaimableBytes(usage: number, stats: Record<string, number>): number {
  const inactive = stats.total_inactive_file ?? stats.inactive_file ?? 0;
  return inactive < usage ? inactive : 0;
}
