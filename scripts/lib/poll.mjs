/**
 * Asks `condition` again and again until it gives something else than undefined or false, and resolves with that.
 * Throws an error that names `what` when `timeoutMs` have passed.
 */
export async function pollUntil(what, condition, { timeoutMs, everyMs = 100 }) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await condition();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`${what}: still not so after ${timeoutMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
