import { expect, test } from 'vitest';
import { computeStats, type EngineStats } from './compute-stats.ts';

const read = '2026-11-20T08:00:00.000Z';
const atMs = Date.parse(read);
const v2: EngineStats = {
  read,
  cpu_stats: { cpu_usage: { total_usage: 300 }, system_cpu_usage: 2_000, online_cpus: 4 },
  precpu_stats: { cpu_usage: { total_usage: 200 }, system_cpu_usage: 1_000, online_cpus: 4 },
  memory_stats: { usage: 1_000, limit: 8_000, stats: { inactive_file: 300, file: 600 } },
};

test.each<[string, EngineStats, ReturnType<typeof computeStats>]>([
  ['cgroup v2', v2, { atMs, cpuPercent: 40, memoryBytes: 700, memoryLimitBytes: 8_000 }],
  [
    'cgroup v1: total_inactive_file, and CPUs counted from the list',
    {
      ...v2,
      cpu_stats: { cpu_usage: { total_usage: 300, percpu_usage: [1, 2] }, system_cpu_usage: 2_000 },
      memory_stats: {
        usage: 1_000,
        limit: 2 ** 63,
        stats: { total_inactive_file: 400, inactive_file: 1, cache: 900 },
      },
    },
    { atMs, cpuPercent: 20, memoryBytes: 600, memoryLimitBytes: null },
  ],
  [
    'a cache that is not below the usage is not taken off',
    { ...v2, memory_stats: { usage: 100, limit: 8_000, stats: { inactive_file: 100 } } },
    { atMs, cpuPercent: 40, memoryBytes: 100, memoryLimitBytes: 8_000 },
  ],
  [
    'an idle one',
    { ...v2, cpu_stats: { ...v2.cpu_stats, cpu_usage: { total_usage: 200 } } },
    { atMs, cpuPercent: 0, memoryBytes: 700, memoryLimitBytes: 8_000 },
  ],
  ['the first sample', { ...v2, precpu_stats: { cpu_usage: { total_usage: 0 } } }, null],
  [
    'a stopped container',
    { read: '0001-01-01T00:00:00Z', cpu_stats: {}, precpu_stats: {}, memory_stats: {} },
    null,
  ],
])('%s', (_name, stats, expected) => {
  expect(computeStats(stats)).toEqual(expected);
});
