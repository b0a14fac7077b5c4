/** Runs jobs side by side and waits for all of them, also when one fails; throws the first failure. */
export async function inParallel(...jobs) {
  const results = await Promise.allSettled(jobs.map((job) => job()));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return results.map((result) => result.value);
}
